// The front of a sweep, of which the summary lists some, and the variants that were read of a large sweep hold fewer.
import type { SweepSummary, Variant } from "../../api/sweep";

export const frontOf = ({ front }: SweepSummary): ReadonlySet<number> => new Set(front?.listed.map((each) => each.variant));

/** What was read, and with it the rest of the listed front: of that the terms and outputs are known, but no impacts. */
export function withFront(read: readonly Variant[], { front }: SweepSummary): readonly Variant[] {
  const numbers = new Set(read.map((variant) => variant.number));
  const rest = (front?.listed ?? []).filter((each) => !numbers.has(each.variant));
  return rest.length === 0 ? read : [...read, ...rest.map(({ variant, terms, values }): Variant => ({ number: variant, terms, outputs: values, standardErrors: [], impacts: [] }))];
}
