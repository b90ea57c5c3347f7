import * as Plot from "@observablehq/plot";
import { PlotChart } from "../../charts/PlotChart";
import { isNarrow, linesAbove, nameLines, nameSize } from "../../charts/rowNames";
import { colourOf, letterOf } from "./selection";

/** A difference, first minus second; where all draws were looked at, with eight of ten of them. */
export interface Difference {
  id: string;
  name: string;
  mean: number;
  low?: number;
  high?: number;
}

export interface Sides {
  first: number;
  second: number;
  /** What stands before "under A". */
  more: string;
}

interface DifferenceChartProps {
  rows: readonly Difference[];
  sides: Sides;
  label: string;
  format(value: number): string;
}

const nameRoom = 262;
const linesOver = (rows: readonly Difference[], width: number) => linesAbove(rows.map(({ name }) => name), nameRoom, width);
const rowHeight = (rows: readonly Difference[], width: number) => (isNarrow(width) ? 42 : 34) + 15 * linesOver(rows, width);
const marginTop = (width: number) => (isNarrow(width) ? 56 : 46);

/** Differences on one scale that parts at 0: to the left the one scenario has more, to the right the other. */
export function DifferenceChart(props: DifferenceChartProps) {
  const { rows, label, sides } = props;
  return (
    <PlotChart
      label={label}
      of={[rows, sides.first, sides.second]}
      height={(width) => rows.length * rowHeight(rows, width) + marginTop(width) + 10}
      draw={(width) => options(props, width)}
    />
  );
}

function options({ rows, sides, format }: DifferenceChartProps, width: number): Plot.PlotOptions {
  const reach = Math.max(...rows.flatMap(({ mean, low, high }) => [mean, low ?? 0, high ?? 0].map(Math.abs)), 1e-9) * (isNarrow(width) ? 1.35 : 1.18);
  // The number stands below its dot; on a phone the name stands above the bar.
  const dy = isNarrow(width) ? -1 + 7 * linesOver(rows, width) : -5;
  const top = isNarrow(width) ? -46 : -36;
  const tone = (row: Difference) => toneOf(row, sides);
  const value = { y: "id", text: (row: Difference) => format(row.mean), fill: "var(--ink)", fontVariant: "tabular-nums", fontWeight: 600, stroke: "var(--raised)", strokeWidth: 3 } as const;
  return {
    marginTop: marginTop(width),
    marginBottom: 10,
    marginLeft: isNarrow(width) ? 18 : nameRoom,
    marginRight: isNarrow(width) ? 18 : 24,
    x: { domain: [-reach, reach], label: null },
    y: { domain: rows.map((row) => row.id), axis: null, padding: 0.2 },
    marks: [
      Plot.axisX({ anchor: "top", dy: isNarrow(width) ? -12 : 0, ticks: isNarrow(width) ? 5 : 9, tickSize: 0, tickFormat: (tick: number) => format(tick).replace(/\.0+$/, ""), fill: "var(--ink-soft)" }),
      Plot.gridX({ stroke: "var(--line)", strokeOpacity: 1, ticks: isNarrow(width) ? 5 : 9 }),
      Plot.ruleX([0], { stroke: "var(--ink)", strokeWidth: 1.2 }),
      Plot.text([`← ${sides.more} under ${letterOf(sides.second)}`], { frameAnchor: "top", dx: -10, dy: top, textAnchor: "end", fill: colourOf(sides.second), fontWeight: 600 }),
      Plot.text([`${sides.more} under ${letterOf(sides.first)} →`], { frameAnchor: "top", dx: 10, dy: top, textAnchor: "start", fill: colourOf(sides.first), fontWeight: 600 }),
      Plot.text(rows, { y: "id", text: (row: Difference) => nameLines(row.name, nameRoom, width).join("\n"), frameAnchor: "left", textAnchor: "start", lineAnchor: isNarrow(width) ? "bottom" : "middle", dx: isNarrow(width) ? -14 : -nameRoom, dy: isNarrow(width) ? dy - 12 : 0, fill: "var(--ink)", fontSize: nameSize, ...(isNarrow(width) && { stroke: "var(--raised)", strokeWidth: 4 }) }),
      Plot.link(rows, { x1: (row) => row.low ?? 0, x2: (row) => row.high ?? row.mean, y1: "id", y2: "id", stroke: tone, strokeOpacity: 0.35, strokeWidth: 10, dy }),
      Plot.dot(rows, { x: "mean", y: "id", r: 5.5, fill: (row: Difference) => (sideOf(row) === "open" ? "var(--raised)" : tone(row)), stroke: tone, strokeWidth: 2, dy }),
      Plot.text(rows, { ...value, x: "mean", dy: dy + 15 }),
    ],
  };
}

/** Open where eight of ten draws reach over 0. */
export function sideOf({ mean, low = mean, high = mean }: Difference): "first" | "second" | "open" {
  return low > 0 ? "first" : high < 0 ? "second" : "open";
}

function toneOf(row: Difference, sides: Sides): string {
  const side = sideOf(row);
  return side === "open" ? "var(--open)" : colourOf(sides[side]);
}

export function DifferenceKey({ sides }: { sides: Sides }) {
  return (
    <ul class="key">
      <Entry colour={colourOf(sides.first)} words={`${sides.more} under ${letterOf(sides.first)} in most draws`} />
      <Entry colour={colourOf(sides.second)} words={`${sides.more} under ${letterOf(sides.second)} in most draws`} />
      <Entry colour="var(--open)" words="open: the bar reaches over 0" isOpen />
    </ul>
  );
}

function Entry({ colour, words, isOpen = false }: { colour: string; words: string; isOpen?: boolean }) {
  return (
    <li>
      <svg viewBox="0 0 30 14" aria-hidden="true">
        <path d="M6 7h18" stroke={colour} stroke-opacity="0.35" stroke-width="9" />
        <circle cx="15" cy="7" r="4.5" fill={isOpen ? "var(--raised)" : colour} stroke={colour} stroke-width="2" />
      </svg>
      {words}
    </li>
  );
}
