// Names of a chart's rows: beside the row where there is room, above it where there is not.
import * as Plot from "@observablehq/plot";
import { fitting } from "../../charts/labels";

const narrow = 620;
const size = 12.5;
const room = (width: number) => (width > 1000 ? 330 : 256);

/** Room beside the rows for the longest of their names in one line, as far as the marks leave it: up to half of the width. */
export function roomFor(names: readonly string[], width: number): number {
  if (width < narrow) return width;
  const longest = Math.max(0, ...names.map((name) => name.length)) * size * 0.53 + 20;
  return Math.min(Math.max(longest, 180), Math.max(room(width), width / 2));
}

/** The height of a row, and by how much its marks stand below its middle. */
export const named = (width: number) => (width < narrow ? { isNarrow: true, row: 62, dy: 17 } : { isNarrow: false, row: 34, dy: 0 });

export const nameRoom = (width: number, right = 24, beside = room(width)) => ({ marginLeft: width < narrow ? 6 : beside, marginRight: width < narrow ? 6 : right });

export function nameMark<Row>(rows: readonly Row[], y: string, nameOf: (row: Row) => string, width: number, beside = room(width)): Plot.Markish {
  const isNarrow = width < narrow;
  const space = isNarrow ? width : beside;
  return Plot.text(rows, {
    y,
    text: (row: Row) => fitting(nameOf(row), (space / size) * 1.85, 2),
    frameAnchor: "left",
    textAnchor: "start",
    dx: isNarrow ? 0 : -space,
    // Its last line stands above the marks, however many it has.
    lineAnchor: isNarrow ? "bottom" : "middle",
    dy: 0,
    fill: "var(--ink)",
    fontSize: size,
    lineWidth: (space - 12) / size,
    ...(isNarrow && { stroke: "var(--raised)", strokeWidth: 4 }),
  });
}
