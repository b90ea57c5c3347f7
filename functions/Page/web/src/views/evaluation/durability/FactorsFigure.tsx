import * as Plot from "@observablehq/plot";
import * as addresses from "../../../api/addresses";
import type { Durability, Factor } from "../../../api/report";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import { judgementAt, known } from "../../../judgements";
import { share } from "../../../words";
import { named, nameMark, nameRoom } from "../naming";
import type { SectionProps } from "../sections";

const times = (factor: Factor) => Math.exp(factor.part.value);

const columns: readonly Column<Factor>[] = [
  { head: "What counts", value: (row) => row.name },
  { head: "To what extent", value: (row) => row.level.value, shown: (row) => share(row.level.value) },
  { head: "Part in log-odds", value: (row) => row.part.value, shown: (row) => row.part.value.toFixed(2).replace("-", "−") },
  { head: "Odds of breaking, multiplied by", value: times, shown: (row) => times(row).toFixed(2) },
];

/** What moves the deal from its base rate, and which way. */
export function FactorsFigure({ durability, citations, scenario, inputs }: SectionProps & { durability: Durability; citations: readonly string[] }) {
  const { factors } = durability;
  return (
    <Figure
      title="What makes it hold or break"
      caption="By how much each multiplies the yearly odds of breaking once the deal is signed: those to the left help it hold, those to the right strain it. Together they move it from the record."
      name={`durability-factors-${scenario.id}`}
      columns={columns}
      rows={factors}
      evidence={{
        scenario,
        inputs,
        address: addresses.part(scenario.id, "durability"),
        citations,
        judgements: (read) => known(factors.map((factor) => judgementAt(read, inputs, `/hazard/factors/${factor.id}/oddsRatio`, factor.name))),
      }}
    >
      <PlotChart
        label={`What ${factors.length} factors do to the odds of breaking; the same numbers stand in the table below`}
        of={[factors]}
        height={(width) => factors.length * named(width).row + 40}
        draw={(width) => options(factors, width)}
      />
    </Figure>
  );
}

function options(factors: readonly Factor[], width: number): Plot.PlotOptions {
  const { dy, isNarrow } = named(width);
  const reach = Math.max(...factors.map((factor) => Math.abs(factor.part.value)), 0.1) * (isNarrow ? 1.6 : 1.25);
  const label = { y: "id", text: (factor: Factor) => `× ${times(factor).toFixed(2)}`, x: (factor: Factor) => factor.part.value, dy, fill: "var(--ink)", fontWeight: 600, fontVariant: "tabular-nums" as const };
  return {
    marginTop: 34,
    marginBottom: 6,
    ...nameRoom(width),
    x: { domain: [-reach, reach], axis: null },
    y: { domain: factors.map((factor) => factor.id), axis: null, padding: 0.35 },
    marks: [
      Plot.ruleX([0], { stroke: "var(--ink)" }),
      Plot.text(["← holds better"], { frameAnchor: "top", dx: -10, dy: -24, textAnchor: "end", fill: "var(--better)", fontWeight: 600 }),
      Plot.text(["breaks sooner →"], { frameAnchor: "top", dx: 10, dy: -24, textAnchor: "start", fill: "var(--worse)", fontWeight: 600 }),
      Plot.link(factors, { x1: () => 0, x2: (factor: Factor) => factor.part.value, y1: "id", y2: "id", dy, strokeWidth: 12, stroke: (factor: Factor) => (factor.part.value > 0 ? "var(--worse-soft)" : "var(--better-soft)") }),
      Plot.text(factors.filter((factor) => factor.part.value >= 0), { ...label, dx: 8, textAnchor: "start" }),
      Plot.text(factors.filter((factor) => factor.part.value < 0), { ...label, dx: -8, textAnchor: "end" }),
      nameMark(factors, "id", (factor) => factor.name, width),
    ],
  };
}
