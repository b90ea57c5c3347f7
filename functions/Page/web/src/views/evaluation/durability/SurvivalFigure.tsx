import * as Plot from "@observablehq/plot";
import * as addresses from "../../../api/addresses";
import type { Durability, SurvivalYear } from "../../../api/report";
import { hazardBehind } from "../../../behind";
import { spread } from "../../../charts/labels";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import { Term } from "../../../components/Term";
import { listed, share, whole } from "../../../words";
import type { SectionProps } from "../sections";

interface SurvivalFigureProps extends SectionProps {
  durability: Durability;
  citations: readonly string[];
}

// Room beside the lines, for their labels.
const right = 84;
const [above, below] = [16, 50];
const tall = (width: number) => (width < 620 ? 320 : 400);

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
          The line is the mean over the <Term of="draw">draws</Term>, the band holds <Term of="interval">eight of ten</Term>. Beside it stands how such settlements fared on record: the <Term of="base rate" /> that
          it starts from, and other records. Each has a letter, at the end of its line and in the list below.
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
      <Key durability={durability} />
      <PlotChart
        label={`Chance that the deal holds over ${survival.length} years, with the records it is compared with; the same numbers stand in the table below`}
        of={[durability]}
        height={tall}
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
    ...Object.entries(classes).map(([id, each], at) => ({ id, value: each.survival.at(-1)!, text: letter(at) })),
  ];
  const height = tall(width) - above - below;
  const places = spread(ends.map((end) => (1 - end.value) * height), 15, 0, height);
  const labels = ends.map((end, at) => ({ ...end, place: 1 - places[at]! / height }));
  // From the end of a line to its label, which others may have pushed away from it.
  const aside = (14 * (survival.length - 1)) / (width - 44 - right);
  const toneOf = (end: { id: string }) => (end.id === "deal" ? "var(--better)" : end.id === baseClass ? "var(--ink)" : "var(--ink-soft)");
  return {
    marginLeft: 44,
    marginRight: right,
    marginTop: above,
    marginBottom: below,
    x: { label: null, domain: [1, survival.length], tickFormat: (year: number) => `${year}`, ticks: Math.min(survival.length, isNarrow ? 5 : 10), tickSize: 0 },
    y: { label: null, domain: [0, 1], tickFormat: (value: number) => `${Math.round(value * 100)} %`, ticks: 5, tickSize: 0 },
    marks: [
      Plot.text(["years after signing"], { frameAnchor: "bottom", lineAnchor: "bottom", dy: below - 4, fontSize: 12, fill: "var(--ink-soft)" }),
      Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1, ticks: 5 }),
      Plot.areaY(survival, { x: "year", y1: (year: SurvivalYear) => year.low80.value, y2: (year: SurvivalYear) => year.high80.value, fill: "var(--better-soft)", fillOpacity: 0.7 }),
      Plot.lineY(records.filter((each) => each.id !== baseClass), { x: "year", y: "value", z: "id", stroke: "var(--open)", strokeWidth: 1.2, strokeDasharray: "1.5 3.5" }),
      Plot.lineY(survival, { x: "year", y: "baseRate", stroke: "var(--ink)", strokeWidth: 1.5, strokeDasharray: "6 4" }),
      Plot.lineY(survival, { x: "year", y: (year: SurvivalYear) => year.mean.value, stroke: "var(--better)", strokeWidth: 2.5 }),
      Plot.dot(survival, { x: "year", y: (year: SurvivalYear) => year.mean.value, r: 3, fill: "var(--better)" }),
      Plot.link(labels, { x1: () => survival.length, x2: () => survival.length + aside, y1: "value", y2: "place", stroke: toneOf, strokeWidth: 0.8 }),
      Plot.text(labels, { x: () => survival.length + aside, y: "place", text: "text", dx: 3, textAnchor: "start", fontSize: 12, fontWeight: 600, fill: toneOf }),
    ],
  };
}

const letter = (at: number) => String.fromCharCode(65 + at);

type Line = "deal" | "base" | "other";

function Sample({ line }: { line: Line }) {
  return (
    <svg viewBox="0 0 30 14" aria-hidden="true">
      {line === "deal" && <path d="M0 7h30" stroke="var(--better-soft)" stroke-width="12" />}
      {line === "deal" && <path d="M0 7h30" stroke="var(--better)" stroke-width="2.5" />}
      {line === "base" && <path d="M0 7h30" stroke="var(--ink)" stroke-width="1.5" stroke-dasharray="6 4" />}
      {line === "other" && <path d="M0 7h30" stroke="var(--open)" stroke-width="1.2" stroke-dasharray="1.5 3.5" />}
    </svg>
  );
}

function Key({ durability: { classes, baseClass } }: { durability: Durability }) {
  const letters = Object.keys(classes).map((id, at) => ({ id, letter: letter(at) }));
  const others = letters.filter(({ id }) => id !== baseClass).map((each) => each.letter);
  return (
    <ul class="key">
      <li>
        <Sample line="deal" /> this deal
      </li>
      <li>
        <Sample line="base" /> {letters.find(({ id }) => id === baseClass)!.letter}, the base rate
      </li>
      {others.length > 0 && (
        <li>
          <Sample line="other" /> {listed(others)}, other records
        </li>
      )}
    </ul>
  );
}

function Records({ durability: { classes, baseClass } }: { durability: Durability }) {
  return (
    <ul class="records small" aria-label="The records by their letters">
      {Object.entries(classes).map(([id, each], at) => (
        <li key={id}>
          <Sample line={id === baseClass ? "base" : "other"} /> <strong>{letter(at)}</strong>{" "}
          <span>
            <span class="told">{each.name}</span>: <span class="numbers">{Math.round((1 - each.share10) * 100)}{"\u00a0"}%</span> of {whole(each.cases10)} still held after ten years
            {id === baseClass && <strong> (what this deal starts from)</strong>}
          </span>
        </li>
      ))}
    </ul>
  );
}
