import * as Plot from "@observablehq/plot";
import * as addresses from "../../../api/addresses";
import type { Subordination } from "../../../api/report";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import { Term } from "../../../components/Term";
import { citationsIn, judgementAt, known } from "../../../judgements";
import { share } from "../../../words";
import { named, nameMark, nameRoom } from "../naming";
import type { SectionProps } from "../sections";
import { useSituation } from "../useSituation";

interface Distance {
  id: string;
  name: string;
  side: "principal" | "other";
  value: number;
  error: number;
}

const sides = { principal: "principal", other: "other" } as const;

const columns: readonly Column<Distance>[] = [
  { head: "Stakeholder", value: (row) => row.name },
  { head: "As", value: (row) => sides[row.side] },
  { head: "Distance", value: (row) => row.value, shown: (row) => row.value.toFixed(2) },
  { head: "Sampling error", value: (row) => row.error, shown: (row) => row.error.toFixed(4) },
];

/** Whose wishes the deal lies closer to. */
export function SubordinationFigure({ subordination, scenario, inputs }: SectionProps & { subordination: Subordination }) {
  const situation = useSituation(scenario).body?.document;
  const rows = distancesOf(subordination);
  return (
    <Figure
      title="Whose deal is it?"
      caption={
        <>
          How far the deal is from what each wants, in lengths of the scales: 0 is all it wants, 1 is the farthest. It is closer to the <Term of="principals">principals</Term> (●) than to the others (○){" "}
          {share(subordination.probabilityCloserToPrincipals.value).replace("about", "in about").replace("over", "in over").replace("under", "in under")} of the draws: {subordination.principalsMean.value.toFixed(2)}{" "}
          against {subordination.othersMean.value.toFixed(2)} on average.
        </>
      }
      name={`subordination-${scenario.id}`}
      columns={columns}
      rows={rows}
      evidence={{
        scenario,
        inputs,
        address: addresses.part(scenario.id, "measures"),
        citations: situation ? citationsIn(situation, situation.measures?.subordination?.source ?? "") : [],
        judgements: (read) =>
          known(rows.flatMap((row) => Object.keys(read.stakeholders[row.id]?.preferences ?? {}).map((issue) => judgementAt(read, inputs, `/stakeholders/${row.id}/preferences/${issue}/ideal`, `Ideal of ${row.name}: ${read.issues[issue]?.name ?? issue}`)))),
      }}
    >
      <PlotChart
        label={`Distance of the deal from the wishes of ${rows.length} stakeholders; the same numbers stand in the table below`}
        of={[subordination]}
        height={(width) => rows.length * named(width).row + 34}
        draw={(width) => options(rows, width)}
      />
    </Figure>
  );
}

function distancesOf({ principals, others }: Subordination): Distance[] {
  const side = (distances: Subordination["others"], side: Distance["side"]) =>
    Object.entries(distances).map(([id, { name, distance }]) => ({ id, name, side, value: distance.value, error: distance.standardError }));
  return [...side(principals, "principal"), ...side(others, "other")].sort((a, b) => a.value - b.value);
}

function options(rows: readonly Distance[], width: number): Plot.PlotOptions {
  const { dy } = named(width);
  return {
    marginTop: 28,
    marginBottom: 6,
    ...nameRoom(width, 48),
    x: { domain: [0, Math.max(0.5, ...rows.map((row) => row.value)) * 1.1], label: null },
    y: { domain: rows.map((row) => row.id), axis: null, padding: 0.3 },
    marks: [
      Plot.axisX({ anchor: "top", ticks: 5, tickSize: 0, fill: "var(--ink-soft)", label: null }),
      Plot.gridX({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.link(rows, { x1: () => 0, x2: "value", y1: "id", y2: "id", stroke: "var(--line-strong)", strokeWidth: 1.5, dy }),
      Plot.dot(rows, { x: "value", y: "id", r: 6, fill: (row: Distance) => (row.side === "principal" ? "var(--accent)" : "var(--raised)"), stroke: "var(--accent)", strokeWidth: 2, dy }),
      Plot.text(rows, { x: "value", y: "id", text: (row: Distance) => row.value.toFixed(2), dx: 12, dy, textAnchor: "start", fill: "var(--ink)", fontWeight: 600 }),
      nameMark(rows, "id", (row) => row.name, width),
    ],
  };
}
