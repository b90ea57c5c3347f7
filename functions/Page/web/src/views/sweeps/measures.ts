// What variants can be looked at by: the sweep's outputs, and the impact on everyone.
import type { SweepOutput, Variant, VariantsPage } from "../../api/sweep";
import { plain } from "../../outputNames";
import { points, share, signed } from "../../words";
import type { Swept } from "./Results";

export interface Measure {
  id: string;
  name: string;
  isLessBetter: boolean;
  isShare: boolean;
  /** Asked for in the sweep; the others come with every variant. */
  isOutput: boolean;
  /** NaN where it is not known of the variant. */
  value(variant: Variant): number;
  /** In the words that stand beside it. */
  told(value: number): string;
}

export function measuresOf({ summary }: Swept, page: VariantsPage): Measure[] {
  const outputs = summary.outputs.map(({ name, output }, place) => ({
    id: `${place}`,
    name: plain(name),
    isLessBetter: output.wants === "less",
    isShare: isShare(output),
    isOutput: true,
    value: (variant: Variant) => variant.outputs[place]!,
    told: tellerOf(output),
  }));
  const isOutput = (id: string) => summary.outputs.some(({ output }) => output.impact === id && output.against === "noDeal");
  const impacts = page.stakeholders.flatMap((id, place) =>
    isOutput(id)
      ? []
      : [{ id, name: `Impact on ${summary.stakeholders[id]?.name ?? id} against no deal, in points`, isLessBetter: false, isShare: false, isOutput: false, value: (variant: Variant) => variant.impacts[place] ?? NaN, told: points }],
  );
  return [...outputs, ...impacts];
}

export const isKnown = (measure: Measure, variant: Variant): boolean => !Number.isNaN(measure.value(variant));

export const isShare = ({ acceptance, survival }: SweepOutput): boolean => acceptance !== undefined || survival !== undefined;

export function tellerOf(output: SweepOutput): (value: number) => string {
  if (isShare(output)) return share;
  return output.impact === undefined ? (value) => signed(value, 2) : points;
}
