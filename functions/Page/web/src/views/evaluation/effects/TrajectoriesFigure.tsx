import * as Plot from "@observablehq/plot";
import * as addresses from "../../../api/addresses";
import type { Effects, Level } from "../../../api/report";
import { linksBehind } from "../../../behind";
import { fitting } from "../../../charts/labels";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import { Term } from "../../../components/Term";
import { signed } from "../../../words";
import type { SectionProps } from "../sections";
import { ConflictMark } from "./WebFigure";

interface Point extends Level {
  effect: string;
  name: string;
  isConflict: boolean;
}

const level = (head: string, of: (row: Point) => number): Column<Point> => ({ head, value: of, shown: (row) => signed(of(row), 2) });

const columns: readonly Column<Point>[] = [
  { head: "What follows", value: (row) => `${row.name}, year ${row.year}` },
  level("Mean", (row) => row.mean.value),
  level("Low (10 %)", (row) => row.low80.value),
  level("High (90 %)", (row) => row.high80.value),
  { head: "Pulled both ways", value: (row) => (row.isConflict ? "yes" : "no") },
];

export function TrajectoriesFigure({ effects, citations, scenario, inputs }: SectionProps & { effects: Effects; citations: readonly string[] }) {
  const sorted = Object.fromEntries(Object.entries(effects).sort(([, a], [, b]) => Math.abs(b.long.mean.value) - Math.abs(a.long.mean.value)));
  const rows = Object.entries(sorted).flatMap(([effect, { name, trajectory, conflictOfSigns }]) => trajectory.map((each) => ({ ...each, effect, name, isConflict: conflictOfSigns })));
  const conflicts = Object.values(effects).filter((effect) => effect.conflictOfSigns);
  return (
    <Figure
      title="How it unfolds, year by year"
      caption={
        <>
          From the status quo at 0, between −1 and +1. The line is the <Term of="mean" />, the band holds <Term of="interval">eight of ten draws</Term>; dots mark years {inputs.shortHorizon}{" "}
          and {inputs.horizon}.
        </>
      }
      name={`trajectories-${scenario.id}`}
      columns={columns}
      rows={rows}
      evidence={{
        scenario,
        inputs,
        address: addresses.part(scenario.id, "effects"),
        citations,
        judgements: (read) => linksBehind(read, inputs),
      }}
    >
      {conflicts.length > 0 && (
        <p class="small soft">
          <ConflictMark />: of these, marked ⇅, some paths ask for more and others for less. Small sums may hide large forces.
        </p>
      )}
      <PlotChart
        label={`Trajectories of ${Object.keys(effects).length} effects over ${inputs.horizon} years; the same numbers stand in the table below`}
        of={[effects]}
        height={(width) => Math.ceil(Object.keys(effects).length / across(width)) * tall}
        draw={(width) => options(sorted, rows, [inputs.shortHorizon, inputs.horizon], width)}
      />
    </Figure>
  );
}

const tall = 136;
const across = (width: number) => (width < 520 ? 2 : Math.max(2, Math.floor(width / 230)));

/** One small chart an effect, all on one scale. */
function options(effects: Effects, rows: readonly Point[], horizons: readonly number[], width: number): Plot.PlotOptions {
  const count = across(width);
  const order = new Map(Object.keys(effects).map((id, at) => [id, at]));
  const facet = { fx: (row: { effect: string }) => order.get(row.effect)! % count, fy: (row: { effect: string }) => Math.floor(order.get(row.effect)! / count) };
  const reach = Math.max(...rows.flatMap((row) => [Math.abs(row.low80.value), Math.abs(row.high80.value)]), 0.2);
  const titles = Object.entries(effects).map(([effect, { name, conflictOfSigns }]) => ({ effect, text: fitting(conflictOfSigns ? `⇅ ${name}` : name, width / count / 6.6, 2) }));
  const marked = rows.filter((row) => horizons.includes(row.year));
  return {
    marginTop: 34,
    marginBottom: 18,
    marginLeft: 4,
    marginRight: 40,
    fx: { axis: null, padding: 0.24 },
    fy: { axis: null, padding: 0.32 },
    x: { label: null, ticks: horizons as number[], tickSize: 0, tickFormat: (year: number) => `${year}` },
    y: { domain: [-reach, reach], axis: null },
    marks: [
      Plot.ruleY([0], { stroke: "var(--line-strong)" }),
      Plot.areaY(rows, { ...facet, x: "year", y1: (row: Point) => row.low80.value, y2: (row: Point) => row.high80.value, fill: "var(--open-soft)", fillOpacity: 0.8 }),
      Plot.lineY(rows, { ...facet, x: "year", y: (row: Point) => row.mean.value, stroke: "var(--accent)", strokeWidth: 2 }),
      Plot.dot(marked, { ...facet, x: "year", y: (row: Point) => row.mean.value, r: 3, fill: "var(--accent)" }),
      Plot.text(rows.filter((row) => row.year === horizons.at(-1)), { ...facet, x: "year", y: (row: Point) => row.mean.value, text: (row: Point) => signed(row.mean.value, 2), dx: 6, textAnchor: "start", fontSize: 11, fontWeight: 600, fill: "var(--ink)" }),
      Plot.text(titles, { ...facet, text: "text", frameAnchor: "top-left", lineAnchor: "top", dy: -26, fontSize: 11.5, lineWidth: width / count / 12.5, fill: "var(--ink)", stroke: "var(--raised)", strokeWidth: 3 }),
      Plot.axisX({ anchor: "bottom", tickSize: 0, ticks: horizons as number[], fill: "var(--ink-soft)", label: null }),
    ],
  };
}
