import * as Plot from "@observablehq/plot";
import { PlotChart } from "./PlotChart";
import { endSize, heightOf, lane, marginBottom, marginTop, narrow, nameRoom, nameSize, placedRows, type PlacedRow } from "./laneLayout";

/** What a lane is called in every row. */
export interface Sign {
  letter: string;
  colour: string;
}

/** Where one stands in a row. */
export interface Lane {
  at: number;
  low?: number;
  high?: number;
  /** Not by the deal's own word. */
  isHollow?: boolean;
  /** Beside the letter; words where a number would say too much. */
  words: string;
}

export interface LaneRow {
  id: string;
  name: string;
  /** By sign. */
  lanes: readonly Lane[];
  /** The words at the ends of the row's scale. */
  ends?: readonly [string, string];
}

interface LaneChartProps {
  rows: readonly LaneRow[];
  signs: readonly Sign[];
  label: string;
  domain: readonly [number, number];
  tick(value: number): string;
  ticks: number;
}

/** Several things on the same scales, a lane each, so that letters never cover one another. */
export function LaneChart(props: LaneChartProps) {
  const { rows, label } = props;
  return <PlotChart label={label} of={[rows]} height={(width) => heightOf(rows, width)} draw={(width) => options(props, width)} />;
}

function options({ rows, signs, domain, tick, ticks }: LaneChartProps, width: number): Plot.PlotOptions {
  const isNarrow = width < narrow;
  const steps = isNarrow ? Math.ceil(ticks / 2) : ticks;
  const middle = (domain[0] + domain[1]) / 2;
  const placed = placedRows(rows, width);
  return {
    marginTop,
    marginBottom,
    marginLeft: isNarrow ? 12 : nameRoom,
    marginRight: isNarrow ? 18 : 24,
    x: { domain: [...domain], label: null },
    y: { type: "identity", axis: null },
    marks: [
      Plot.axisX({ anchor: "top", ticks: steps, tickSize: 0, tickFormat: tick, fill: "var(--ink-soft)" }),
      Plot.gridX({ stroke: "var(--line)", strokeOpacity: 1, ticks: steps }),
      domain[0] < 0 ? Plot.ruleX([0], { stroke: "var(--ink)", strokeWidth: 1.2 }) : null,
      Plot.ruleY(placed.slice(1), { y: "top", stroke: "var(--line)" }),
      nameOf(placed, isNarrow),
      ...ends(placed),
      ...signs.flatMap((sign, place) => marksOf(sign, placed, place, middle)),
    ],
  };
}

function nameOf(rows: readonly PlacedRow[], isNarrow: boolean): Plot.Markish {
  return Plot.text(rows, {
    y: "nameAt",
    text: "nameLines",
    frameAnchor: "left",
    textAnchor: "start",
    lineAnchor: isNarrow ? "top" : "middle",
    lineHeight: 1.2,
    dx: isNarrow ? -8 : -nameRoom,
    fill: "var(--ink)",
    fontSize: nameSize,
    ...(isNarrow && { stroke: "var(--raised)", strokeWidth: 4 }),
  });
}

function ends(rows: readonly PlacedRow[]): Plot.Markish[] {
  const shared = { y: "endsAt", lineAnchor: "top", lineHeight: 1.2, fill: "var(--ink-soft)", fontSize: endSize, stroke: "var(--raised)", strokeWidth: 3 } as const;
  const worded = rows.filter((row) => row.endLines);
  return [
    Plot.text(worded, { ...shared, text: (row: PlacedRow) => row.endLines![0], frameAnchor: "left", textAnchor: "start" }),
    Plot.text(worded, { ...shared, text: (row: PlacedRow) => row.endLines![1], frameAnchor: "right", textAnchor: "end" }),
  ];
}

function marksOf({ letter, colour }: Sign, rows: readonly PlacedRow[], place: number, middle: number): Plot.Markish[] {
  const y = (row: PlacedRow) => row.first + place * lane;
  const of = (row: LaneRow) => row.lanes[place]!;
  const spread = rows.filter((row) => of(row).low !== undefined);
  const beside = (isLeft: boolean): Plot.Markish =>
    Plot.text(rows.filter((row) => of(row).at > middle === isLeft), {
      x: (row: PlacedRow) => (isLeft ? (of(row).low ?? of(row).at) : (of(row).high ?? of(row).at)),
      y,
      text: (row: PlacedRow) => of(row).words,
      dx: isLeft ? -13 : 13,
      textAnchor: isLeft ? "end" : "start",
      fill: "var(--ink)",
      fontVariant: "tabular-nums",
      stroke: "var(--raised)",
      strokeWidth: 5,
    });
  return [
    Plot.link(spread, { x1: (row: PlacedRow) => of(row).low!, x2: (row: PlacedRow) => of(row).high!, y1: y, y2: y, stroke: colour, strokeOpacity: 0.35, strokeWidth: 9 }),
    beside(true),
    beside(false),
    Plot.dot(rows, { x: (row: PlacedRow) => of(row).at, y, r: 8.5, fill: (row: PlacedRow) => (of(row).isHollow ? "var(--raised)" : colour), stroke: colour, strokeWidth: 1.5 }),
    Plot.text(rows, { x: (row: PlacedRow) => of(row).at, y, text: () => letter, fontSize: 10.5, fontWeight: 700, fill: (row: PlacedRow) => (of(row).isHollow ? colour : "var(--scenario-ink)") }),
  ];
}
