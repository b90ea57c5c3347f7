// Where the rows of a chart of lanes stand. On a phone a row takes the lines that its words need.
import { broken } from "./labels";
import type { LaneRow } from "./LaneChart";

export const narrow = 620;
export const nameRoom = 250;
export const lane = 20;
export const nameSize = 13;
export const endSize = 11;
export const marginTop = 26;
export const marginBottom = 8;

/** Of the size of the letters: what a letter takes on average, and a line. */
const letter = 0.5;
const line = 1.2;
const gap = 7;

export interface PlacedRow extends LaneRow {
  top: number;
  bottom: number;
  /** The name in lines; their middle, or on a phone their top. */
  nameLines: string;
  nameAt: number;
  /** The middle of the first lane. */
  first: number;
  endLines: readonly [string, string] | undefined;
  endsAt: number;
}

/** All rows one below the other, in pixels from the top. */
export function placedRows(rows: readonly LaneRow[], width: number): PlacedRow[] {
  const isNarrow = width < narrow;
  let top = marginTop;
  return rows.map((row) => {
    const name = broken(row.name, ((isNarrow ? width : nameRoom) - 16) / (nameSize * letter), isNarrow ? 3 : 4);
    const nameHeight = name.length * nameSize * line;
    const ends = row.ends && ([`0: ${row.ends[0]}`, `100: ${row.ends[1]}`] as const).map((end) => broken(end, endRoom(width) / (endSize * letter), 5));
    const endsHeight = ends ? Math.max(...ends.map((end) => end.length)) * endSize * line + 4 : 0;
    const lanesHeight = row.lanes.length * lane;
    const lanesTop = top + gap + (isNarrow ? nameHeight + 2 : Math.max(0, (nameHeight - lanesHeight) / 2));
    const bottom = Math.max(lanesTop + lanesHeight + endsHeight, isNarrow ? 0 : top + gap + nameHeight) + gap;
    const placed = {
      ...row,
      top,
      bottom,
      nameLines: name.join("\n"),
      nameAt: isNarrow ? top + gap : lanesTop + lanesHeight / 2,
      first: lanesTop + lane / 2,
      endLines: ends && ([ends[0]!.join("\n"), ends[1]!.join("\n")] as const),
      endsAt: lanesTop + lanesHeight + 4,
    };
    top = bottom;
    return placed;
  });
}

const endRoom = (width: number) => (width < narrow ? width - 30 : width - nameRoom - 24) / 2 - 8;

export const heightOf = (rows: readonly LaneRow[], width: number): number => (placedRows(rows, width).at(-1)?.bottom ?? marginTop) + marginBottom;
