import * as Plot from "@observablehq/plot";
import * as addresses from "../../../api/addresses";
import type { Durability, SurvivalYear } from "../../../api/report";
import { hazardBehind } from "../../../behind";
import { spread } from "../../../charts/labels";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import { Term } from "../../../components/Term";
import { share, whole } from "../../../words";
import type { SectionProps } from "../sections";

interface SurvivalFigureProps extends SectionProps {
  durability: Durability;
  citations: readonly string[];
}

const chance = (head: string, of: (year: SurvivalYear) => number): Column<SurvivalYear> => ({ head, value: of, shown: (year) => share(of(year)) });

/** How likely the deal still holds after so many years, beside how such settlements fared on record. */
export function SurvivalFigure({ durability, citations, scenario, inputs }: SurvivalFigureProps) {
  const { survival, classes, baseClass } = durability;
  const others = Object.entries(classes).filter(([id]) => id !== baseClass);
  const columns: readonly Column<SurvivalYear>[] = [
    { head: "After year", value: (year) => `${year.year}` },
    chance("Mean", (year) => year.mean.value),
    chance("Low (10 %)", (year) => year.low80.value),
    chance("High (90 %)", (year) => year.high80.value),
    chance(`On record: ${classes[baseClass]!.name}`, (year) => year.baseRate),
    ...others.map(([, each]) => chance(`On record: ${each.name}`, (year) => each.survival[year.year - 1]!)),
  ];
  return (
    <Figure
      title="How likely it still holds"
      caption={
        <>
          The line is the mean over the <Term of="draw">draws</Term>, the band holds <Term of="interval">eight of ten</Term>. Dashed is the <Term of="base rate" /> that it starts from, dotted are
          others on record, by their letters below.
        </>
      }
      name={`survival-${scenario.id}`}
      columns={columns}
      rows={survival}
      evidence={{
        scenario,
        inputs,
        address: addresses.part(scenario.id, "durability"),
        citations,
        judgements: (read) => hazardBehind(read, inputs),
      }}
    >
      <PlotChart
        label={`Chance that the deal holds over ${survival.length} years, with the records it is compared with; the same numbers stand in the table below`}
        of={[durability]}
        height={(width) => (width < 620 ? 300 : 380)}
        draw={(width) => options(durability, width)}
      />
      <Records durability={durability} />
    </Figure>
  );
}

function options({ survival, classes, baseClass }: Durability, width: number): Plot.PlotOptions {
  const isNarrow = width < 620;
  const records = Object.entries(classes).flatMap(([id, each]) => each.survival.map((value, at) => ({ id, year: at + 1, value })));
  const last = survival.at(-1)!;
  const ends = [
    { id: "deal", value: last.mean.value, text: "this deal" },
    ...Object.entries(classes).map(([id, each], at) => ({ id, value: each.survival.at(-1)!, text: id === baseClass ? `${letter(at)} base rate` : letter(at) })),
  ];
  const height = (isNarrow ? 300 : 380) - 46;
  const places = spread(ends.map((end) => (1 - end.value) * height), 15, 0, height);
  const labels = ends.map((end, at) => ({ ...end, place: 1 - places[at]! / height }));
  return {
    marginLeft: 44,
    marginRight: 84,
    marginTop: 16,
    marginBottom: 30,
    x: { label: null, domain: [1, survival.length], tickFormat: (year: number) => `${year}`, ticks: Math.min(survival.length, isNarrow ? 5 : 10), tickSize: 0 },
    y: { label: null, domain: [0, 1], tickFormat: (value: number) => `${Math.round(value * 100)} %`, ticks: 5, tickSize: 0 },
    marks: [
      Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1, ticks: 5 }),
      Plot.areaY(survival, { x: "year", y1: (year: SurvivalYear) => year.low80.value, y2: (year: SurvivalYear) => year.high80.value, fill: "var(--better-soft)", fillOpacity: 0.7 }),
      Plot.lineY(records.filter((each) => each.id !== baseClass), { x: "year", y: "value", z: "id", stroke: "var(--open)", strokeWidth: 1.2, strokeDasharray: "1.5 3.5" }),
      Plot.lineY(survival, { x: "year", y: "baseRate", stroke: "var(--ink)", strokeWidth: 1.5, strokeDasharray: "6 4" }),
      Plot.lineY(survival, { x: "year", y: (year: SurvivalYear) => year.mean.value, stroke: "var(--better)", strokeWidth: 2.5 }),
      Plot.dot(survival, { x: "year", y: (year: SurvivalYear) => year.mean.value, r: 3, fill: "var(--better)" }),
      Plot.text(labels, { x: () => survival.length, y: "place", text: "text", dx: 8, textAnchor: "start", fontSize: 11, fill: (each) => (each.id === "deal" ? "var(--better)" : each.id === baseClass ? "var(--ink)" : "var(--ink-soft)") }),
    ],
  };
}

const letter = (at: number) => String.fromCharCode(65 + at);

function Records({ durability: { classes, baseClass } }: { durability: Durability }) {
  return (
    <ul class="records small">
      {Object.entries(classes).map(([id, each], at) => (
        <li key={id}>
          <strong>{letter(at)}</strong> <span class="told">{each.name}</span>: <span class="numbers">{(each.share10 * 100).toFixed(1)} %</span> of {whole(each.cases10)} within ten years
          {id === baseClass && <strong> (what this deal starts from)</strong>}
        </li>
      ))}
    </ul>
  );
}
