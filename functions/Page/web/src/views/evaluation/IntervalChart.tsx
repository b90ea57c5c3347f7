import * as Plot from "@observablehq/plot";
import { PlotChart } from "../../charts/PlotChart";
import { courseOf } from "../../course";
import { points } from "../../words";

export interface Interval {
  id: string;
  name: string;
  role: string;
  mean: number;
  low: number;
  high: number;
  gain: number;
  error: number;
}

// Names stand above their bars where there is no room beside them.
const narrow = 620;
const names = 256;
const nameSize = 13;
const rowHeight = (width: number) => (width < narrow ? 46 : 34);
const marginTop = (width: number) => (width < narrow ? 56 : 44);
const marginBottom = 14;

/** An interval for each stakeholder on one scale that diverges from 0. */
export function IntervalChart({ rows, label }: { rows: readonly Interval[]; label: string }) {
  return <PlotChart label={label} of={[rows]} height={(width) => rows.length * rowHeight(width) + marginTop(width) + marginBottom} draw={(width) => options(rows, width)} />;
}

const value = { y: "id", text: (row: Interval) => points(row.mean), fill: "var(--ink)", fontVariant: "tabular-nums", fontWeight: 600 };

function options(rows: readonly Interval[], width: number): Plot.PlotOptions {
  const isNarrow = width < narrow;
  const reach = Math.max(...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]), 1) * (isNarrow ? 1.18 : 1.12);
  const dy = isNarrow ? 9 : 0;
  return {
    marginTop: marginTop(width),
    marginBottom,
    marginLeft: isNarrow ? 4 : names,
    marginRight: isNarrow ? 4 : 24,
    x: { domain: [-reach, reach], label: null, ticks: isNarrow ? 5 : 9, tickFormat: (value: number) => points(value).replace(".0", "") },
    y: { domain: rows.map((row) => row.id), axis: null, padding: 0.2 },
    marks: [
      Plot.axisX({ anchor: "top", dy: isNarrow ? -12 : 0, ticks: isNarrow ? 5 : 9, tickSize: 0, tickFormat: (value: number) => points(value).replace(".0", ""), fill: "var(--ink-soft)" }),
      Plot.gridX({ stroke: "var(--line)", strokeOpacity: 1, ticks: isNarrow ? 5 : 9 }),
      Plot.ruleX([0], { stroke: "var(--ink)", strokeWidth: 1.2 }),
      Plot.text(["← worse off"], { frameAnchor: "top", dx: -10, dy: isNarrow ? -46 : -34, textAnchor: "end", fill: "var(--worse)", fontWeight: 600 }),
      Plot.text(["better off →"], { frameAnchor: "top", dx: 10, dy: isNarrow ? -46 : -34, textAnchor: "start", fill: "var(--better)", fontWeight: 600 }),
      Plot.text(rows, { y: "id", text: "name", frameAnchor: "left", textAnchor: "start", dx: isNarrow ? 0 : -names, dy: isNarrow ? -12 : 0, fill: "var(--ink)", fontSize: nameSize, lineWidth: ((isNarrow ? width : names) - 10) / nameSize, textOverflow: "ellipsis", stroke: isNarrow ? "var(--raised)" : "none", strokeWidth: 4 }),
      Plot.link(rows, { x1: "low", x2: "high", y1: "id", y2: "id", stroke: softOf, strokeWidth: 10, strokeLinecap: "round", dy }),
      Plot.dot(rows, { x: "mean", y: "id", r: 5.5, fill: (row: Interval) => (tone(row) === "open" ? "var(--raised)" : toneOf(row)), stroke: toneOf, strokeWidth: 2, dy }),
      Plot.text(rows.filter((row) => row.mean >= 0), { ...value, x: "high", dx: 10, dy, textAnchor: "start" }),
      Plot.text(rows.filter((row) => row.mean < 0), { ...value, x: "low", dx: -10, dy, textAnchor: "end" }),
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
      <KeyEntry tone="open" words="open: the bar reaches over 0" />
    </ul>
  );
}

function KeyEntry({ tone, words }: { tone: Tone; words: string }) {
  return (
    <li>
      <svg viewBox="0 0 30 14" aria-hidden="true">
        <path d="M6 7h18" stroke={`var(--${tone}-soft)`} stroke-width="9" stroke-linecap="round" />
        <circle cx="15" cy="7" r="4.5" fill={tone === "open" ? "var(--raised)" : `var(--${tone})`} stroke={`var(--${tone})`} stroke-width="2" />
      </svg>
      {words}
    </li>
  );
}
