import type { Estimate } from "./api/types";
import { settle } from "./words";

export type Course = "better" | "worse" | "open" | "still";

interface Impact {
  mean: number;
  /** Sampling error of the mean. */
  error: number;
  low: number;
  high: number;
}

/** The 97.5 % quantile of Student's t with 19 degrees of freedom, as twenty blocks stand behind an error. */
const t19 = 2.093;

/** Of which one decimal leaves something. */
const shows = (value: number) => Math.abs(settle(value)) >= 0.05;

/** Which way an impact goes, by the rule of the engine's sentences. */
export function courseOf({ mean, error, low, high }: Impact): Course {
  if (![mean, low, high].some(shows)) return "still";
  if (!shows(mean) || Math.abs(settle(mean)) <= t19 * error) return "open";
  if (mean > 0) return settle(low) >= 0 ? "better" : "open";
  return settle(high) <= 0 ? "worse" : "open";
}

/** Of two estimates from the same draws, whether more than sampling error parts them: the error of a difference is at most the sum of theirs. */
export const areApart = (one: Estimate, other: Estimate): boolean =>
  Math.abs(settle(one.value - other.value)) > t19 * (one.standardError + other.standardError);
