// How likely a term crosses a red line, where both are judgements: as the engine draws them, before anything is evaluated.
import type { Span } from "./range";
import type { RedLine } from "./stances";

/** Of each range so many values, evenly spaced by probability. */
const steps = 400;

/** The share of pairs of a term and a red line, each drawn from its triangular range by itself, of which the term lies beyond the line. */
export function chanceOfCrossing(term: Span, { side, range }: RedLine): number {
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    const value = quantile(term, (step + 0.5) / steps);
    sum += side === "atMost" ? below(range, value) : 1 - below(range, value, true);
  }
  return sum / steps;
}

/** The value below which so much of a triangular range lies. */
function quantile({ low, mode, high }: Span, share: number): number {
  const width = high - low;
  if (width <= 0) return low;
  const peak = (mode - low) / width;
  return share < peak ? low + Math.sqrt(share * width * (mode - low)) : high - Math.sqrt((1 - share) * width * (high - mode));
}

/** How much of a triangular range lies below a value; of one without a width all or nothing, the value itself only if it counts. */
function below({ low, mode, high }: Span, value: number, counts = false): number {
  if (value >= high) return high > low || value > high || counts ? 1 : 0;
  if (value <= low) return 0;
  return value < mode ? (value - low) ** 2 / ((high - low) * (mode - low)) : 1 - (high - value) ** 2 / ((high - low) * (high - mode));
}
