// What was asked about, in its own unit.
import type { DrivenOutput } from "../../../api/drivers";
import { plain } from "../../../outputNames";
import { rounded, settle, signed } from "../../../words";

/** Whether an output is a share of the draws, from 0 to 1. */
export const isShare = ({ output }: DrivenOutput): boolean => "acceptance" in output || "survival" in output;

/** Writes a value of an output: points with a decimal, since swings may be small, a share of the draws to one per cent for the same reason, or a level. */
export function writerOf(driven: DrivenOutput): (value: number) => string {
  if ("impact" in driven.output) return (value) => signed(value, 1);
  if (isShare(driven)) return percent;
  return (value) => signed(value, 2);
}

/** To one per cent; what rounds to none or all without being that is told as less or more. */
function percent(value: number): string {
  const settled = settle(value);
  if (settled > 0 && settled < 0.005) return "<1 %";
  return settled < 1 && settled >= 0.995 ? ">99 %" : `${rounded(value * 100, 0)} %`;
}

/** The name of an output as what is drawn of it: of what is 1 or 0, a share. */
export const nameOf = (driven: DrivenOutput): string => plain(driven.name);

/** The draws that boxes tell from the others, in words. */
export function casesOf({ name, output }: DrivenOutput): string {
  const { above, below } = output.cases ?? {};
  if ("acceptance" in output) return `“${plain(name)}”${above !== undefined ? "" : " not being so"}`;
  return `“${name}” ${above !== undefined ? `above ${above}` : `below ${below}`}`;
}
