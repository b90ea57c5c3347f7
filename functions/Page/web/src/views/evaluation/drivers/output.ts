// What was asked about, in its own unit.
import type { DrivenOutput } from "../../../api/drivers";
import { shortShare, signed } from "../../../words";

/** Writes a value of an output: points with a decimal, since swings may be small, a share of the draws, or a level. */
export function writerOf({ output }: DrivenOutput): (value: number) => string {
  if ("impact" in output) return (value) => signed(value, 1);
  if ("acceptance" in output || "survival" in output) return shortShare;
  return (value) => signed(value, 2);
}

/** The draws that boxes tell from the others, in words. */
export function casesOf({ name, output }: DrivenOutput): string {
  const { above, below } = output.cases ?? {};
  return `“${name}” ${above !== undefined ? `above ${above}` : `below ${below}`}`;
}
