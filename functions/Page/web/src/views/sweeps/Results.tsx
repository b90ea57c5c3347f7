import type { Sweep, SweepDocument, SweepSummary } from "../../api/sweep";
import type { SituationDocument } from "../../api/situation";
import { Loading, ProblemNotice } from "../../components/States";
import type { Route } from "../../router";
import { Boxes } from "./Boxes";
import { Extremes } from "./Extremes";
import { Explorer } from "./Explorer";
import { OutputExtremes } from "./OutputExtremes";
import { useVariants } from "./useVariants";

/** All that the figures of a sweep are made of. */
export interface Swept {
  sweep: Sweep;
  summary: SweepSummary;
  inputs: SweepDocument;
  situation: SituationDocument;
  route: Route;
}

export function Results(swept: Swept) {
  const variants = useVariants(swept.sweep);
  return (
    <div class="stack-l">
      <OutputExtremes {...swept} />
      {variants.problem && <ProblemNotice problem={variants.problem} retry={variants.reload} />}
      {variants.page ? <Explorer {...swept} page={variants.page} done={variants.done} isThrough={variants.isThrough} /> : !variants.problem && <Loading what="the variants" height={60} />}
      <Boxes {...swept} />
      <Extremes {...swept} />
    </div>
  );
}

export const issuesOf = ({ inputs, situation }: Pick<Swept, "inputs" | "situation">) =>
  Object.keys(inputs.vary).map((id) => ({ id, name: situation.issues[id]?.name ?? id, issue: situation.issues[id] }));
