import * as Plot from "@observablehq/plot";
import { PlotChart, sheet } from "../../charts/PlotChart";
import { isNarrow, linesAbove, nameLines, nameSize } from "../../charts/rowNames";
import type { Role } from "../../api/types";
import { courseOf } from "../../course";
import { points } from "../../words";

export interface Interval {
  id: string;
  name: string;
  role: Role;
  mean: number;
  low: number;
  high: number;
  gain: number;
  error: number;
}

const names = 256;
const linesOver = (rows: readonly Interval[], width: number) => linesAbove(rows.map(({ name }) => name), names, width);
const rowHeight = (rows: readonly Interval[], width: number) => (isNarrow(width) ? 39 + 15 * linesOver(rows, width) : width === sheet ? 27 : 34);
const marginTop = (width: number) => (isNarrow(width) ? 56 : 44);
const marginBottom = 14;

/** An interval for each stakeholder on one scale that diverges from 0. */
export function IntervalChart({ rows, label }: { rows: readonly Interval[]; label: string }) {
  return <PlotChart label={label} of={[rows]} height={(width) => rows.length * rowHeight(rows, width) + marginTop(width) + marginBottom} draw={(width) => options(rows, width)} />;
}

const value = { y: "id", text: (row: Interval) => points(row.mean), fill: "var(--ink)", fontVariant: "tabular-nums", fontWeight: 600, stroke: "var(--raised)", strokeWidth: 3 };

function options(rows: readonly Interval[], width: number): Plot.PlotOptions {
  const reach = Math.max(...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]), 1) * (isNarrow(width) ? 1.18 : 1.12);
  // The number stands below its dot; on a phone the name stands above the bar.
  const dy = isNarrow(width) ? -2.5 + 7.5 * linesOver(rows, width) : -5;
  return {
    marginTop: marginTop(width),
    marginBottom,
    marginLeft: isNarrow(width) ? 4 : names,
    marginRight: isNarrow(width) ? 4 : 24,
    x: { domain: [-reach, reach], label: null, ticks: isNarrow(width) ? 5 : 9, tickFormat: (value: number) => points(value).replace(".0", "") },
    y: { domain: rows.map((row) => row.id), axis: null, padding: 0.2 },
    marks: [
      Plot.axisX({ anchor: "top", dy: isNarrow(width) ? -12 : 0, ticks: isNarrow(width) ? 5 : 9, tickSize: 0, tickFormat: (value: number) => points(value).replace(".0", ""), fill: "var(--ink-soft)" }),
      Plot.gridX({ stroke: "var(--line)", strokeOpacity: 1, ticks: isNarrow(width) ? 5 : 9 }),
      Plot.ruleX([0], { stroke: "var(--ink)", strokeWidth: 1.2 }),
      Plot.text(["← worse off"], { frameAnchor: "top", dx: -10, dy: isNarrow(width) ? -46 : -34, textAnchor: "end", fill: "var(--worse)", fontWeight: 600 }),
      Plot.text(["better off →"], { frameAnchor: "top", dx: 10, dy: isNarrow(width) ? -46 : -34, textAnchor: "start", fill: "var(--better)", fontWeight: 600 }),
      Plot.text(rows, { y: "id", text: (row: Interval) => nameLines(row.name, names, width).join("\n"), frameAnchor: "left", textAnchor: "start", lineAnchor: isNarrow(width) ? "bottom" : "middle", dx: isNarrow(width) ? 0 : -names, dy: isNarrow(width) ? dy - 13 : 0, fill: "var(--ink)", fontSize: nameSize, ...(isNarrow(width) && { stroke: "var(--raised)", strokeWidth: 4 }) }),
      Plot.link(rows, { x1: "low", x2: "high", y1: "id", y2: "id", stroke: softOf, strokeWidth: 10, dy }),
      Plot.dot(rows, { x: "mean", y: "id", r: 5.5, fill: (row: Interval) => (tone(row) === "open" ? "var(--raised)" : toneOf(row)), stroke: toneOf, strokeWidth: 2, dy }),
      Plot.text(rows, { ...value, x: "mean", dy: dy + 15 }),
    ],
  };
}

type Tone = "better" | "worse" | "open";

const tone = (row: Interval): Tone => {
  const course = courseOf(row);
  return course === "still" ? "open" : course;
};
const toneOf = (row: Interval) => `var(--${tone(row)})`;
const softOf = (row: Interval) => `var(--${tone(row)}-soft)`;

export function IntervalKey() {
  return (
    <ul class="key">
      <KeyEntry tone="better" words="better off in most draws" />
      <KeyEntry tone="worse" words="worse off in most draws" />
      <KeyEntry tone="open" words="open: the bar reaches over 0, or hardly anything changes" />
    </ul>
  );
}

function KeyEntry({ tone, words }: { tone: Tone; words: string }) {
  return (
    <li>
      <svg viewBox="0 0 30 14" aria-hidden="true">
        <path d="M6 7h18" stroke={`var(--${tone}-soft)`} stroke-width="9" />
        <circle cx="15" cy="7" r="4.5" fill={tone === "open" ? "var(--raised)" : `var(--${tone})`} stroke={`var(--${tone})`} stroke-width="2" />
      </svg>
      {words}
    </li>
  );
}
