// What was asked about, in its own unit.
import type { DrivenOutput } from "../../../api/drivers";
import { rounded, signed } from "../../../words";

/** Whether an output is a share of the draws, from 0 to 1. */
export const isShare = ({ output }: DrivenOutput): boolean => "acceptance" in output || "survival" in output;

/** Writes a value of an output: points with a decimal, since swings may be small, a share of the draws to one per cent for the same reason, or a level. */
export function writerOf(driven: DrivenOutput): (value: number) => string {
  if ("impact" in driven.output) return (value) => signed(value, 1);
  if (isShare(driven)) return (value) => `${rounded(value * 100, 0)} %`;
  return (value) => signed(value, 2);
}

/** The draws that boxes tell from the others, in words. */
export function casesOf({ name, output }: DrivenOutput): string {
  const { above, below } = output.cases ?? {};
  return `“${name}” ${above !== undefined ? `above ${above}` : `below ${below}`}`;
}
