import * as Plot from "@observablehq/plot";
import { PlotChart } from "../../charts/PlotChart";
import { colourOf, letterOf } from "./selection";

/** Where one scenario stands in a row. */
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
  /** By scenario. */
  lanes: readonly Lane[];
  /** The words at the ends of the row's scale. */
  ends?: readonly [string, string];
}

interface LaneChartProps {
  rows: readonly LaneRow[];
  label: string;
  domain: readonly [number, number];
  tick(value: number): string;
  ticks: number;
}

const narrow = 620;
const nameRoom = 250;
const lane = 20;
const size = 13;
const above = (width: number) => (width < narrow ? 22 : 0);
const below = (rows: readonly LaneRow[]) => (rows.some((row) => row.ends) ? 18 : 0);
const rowHeight = (rows: readonly LaneRow[], width: number) => (rows[0]?.lanes.length ?? 0) * lane + 14 + above(width) + below(rows);
const marginTop = 26;

/** Every scenario on the same scales, a lane each, so that letters never cover one another. */
export function LaneChart(props: LaneChartProps) {
  const { rows, label } = props;
  return <PlotChart label={label} of={[rows]} height={(width) => marginTop + rows.length * rowHeight(rows, width) + 8} draw={(width) => options(props, width)} />;
}

function options({ rows, domain, tick, ticks }: LaneChartProps, width: number): Plot.PlotOptions {
  const isNarrow = width < narrow;
  const height = rowHeight(rows, width);
  const count = rows[0]?.lanes.length ?? 0;
  const shift = (place: number) => (above(width) - below(rows)) / 2 + (place - (count - 1) / 2) * lane;
  const steps = isNarrow ? Math.ceil(ticks / 2) : ticks;
  const middle = (domain[0] + domain[1]) / 2;
  return {
    marginTop,
    marginBottom: 8,
    marginLeft: isNarrow ? 12 : nameRoom,
    marginRight: isNarrow ? 12 : 24,
    x: { domain: [...domain], label: null },
    y: { type: "point", domain: rows.map((row) => row.id), axis: null, padding: 0.5 },
    marks: [
      Plot.axisX({ anchor: "top", ticks: steps, tickSize: 0, tickFormat: tick, fill: "var(--ink-soft)" }),
      Plot.gridX({ stroke: "var(--line)", strokeOpacity: 1, ticks: steps }),
      domain[0] < 0 ? Plot.ruleX([0], { stroke: "var(--ink)", strokeWidth: 1.2 }) : null,
      Plot.ruleY(rows.slice(1), { y: "id", stroke: "var(--line)", dy: -height / 2 }),
      nameOf(rows, width, height),
      ...ends(rows, width, height),
      ...[...Array(count).keys()].flatMap((place) => scenario(rows, place, shift(place), middle)),
    ],
  };
}

function nameOf(rows: readonly LaneRow[], width: number, height: number): Plot.Markish {
  const isNarrow = width < narrow;
  return Plot.text(rows, {
    y: "id",
    text: "name",
    frameAnchor: "left",
    textAnchor: "start",
    dx: isNarrow ? -8 : -nameRoom,
    dy: isNarrow ? -height / 2 + 14 : 0,
    fill: "var(--ink)",
    fontSize: size,
    lineWidth: ((isNarrow ? width : nameRoom) - 20) / size,
    ...(isNarrow && { textOverflow: "ellipsis" as const, stroke: "var(--raised)", strokeWidth: 4 }),
  });
}

function ends(rows: readonly LaneRow[], width: number, height: number): Plot.Markish[] {
  const room = (width < narrow ? width - 24 : width - nameRoom - 24) / 2 - 8;
  const shared = { y: "id", dy: height / 2 - 12, fill: "var(--ink-soft)", fontSize: 11, lineWidth: room / 11, textOverflow: "ellipsis", stroke: "var(--raised)", strokeWidth: 3 } as const;
  const worded = rows.filter((row) => row.ends);
  return [
    Plot.text(worded, { ...shared, text: (row: LaneRow) => `0: ${row.ends![0]}`, frameAnchor: "left", textAnchor: "start" }),
    Plot.text(worded, { ...shared, text: (row: LaneRow) => `100: ${row.ends![1]}`, frameAnchor: "right", textAnchor: "end" }),
  ];
}

function scenario(rows: readonly LaneRow[], place: number, dy: number, middle: number): Plot.Markish[] {
  const colour = colourOf(place);
  const of = (row: LaneRow) => row.lanes[place]!;
  const spread = rows.filter((row) => of(row).low !== undefined);
  const beside = (isLeft: boolean): Plot.Markish =>
    Plot.text(rows.filter((row) => of(row).at > middle === isLeft), {
      x: (row: LaneRow) => (isLeft ? (of(row).low ?? of(row).at) : (of(row).high ?? of(row).at)),
      y: "id",
      text: (row: LaneRow) => of(row).words,
      dx: isLeft ? -13 : 13,
      dy,
      textAnchor: isLeft ? "end" : "start",
      fill: "var(--ink)",
      fontVariant: "tabular-nums",
      stroke: "var(--raised)",
      strokeWidth: 3,
    });
  return [
    Plot.link(spread, { x1: (row: LaneRow) => of(row).low!, x2: (row: LaneRow) => of(row).high!, y1: "id", y2: "id", stroke: colour, strokeOpacity: 0.35, strokeWidth: 9, strokeLinecap: "round", dy }),
    beside(true),
    beside(false),
    Plot.dot(rows, { x: (row: LaneRow) => of(row).at, y: "id", r: 8.5, fill: (row: LaneRow) => (of(row).isHollow ? "var(--raised)" : colour), stroke: colour, strokeWidth: 1.5, dy }),
    Plot.text(rows, { x: (row: LaneRow) => of(row).at, y: "id", text: () => letterOf(place), fontSize: 10.5, fontWeight: 700, fill: (row: LaneRow) => (of(row).isHollow ? colour : "var(--scenario-ink)"), dy }),
  ];
}
