import * as Plot from "@observablehq/plot";
import * as addresses from "../../../api/addresses";
import type { LegalTest } from "../../../api/report";
import type { SituationDocument } from "../../../api/situation";
import type { Inputs } from "../../../api/types";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import { SourceEntries } from "../../../components/SourceEntries";
import { citationsIn, modeOf, termOf } from "../../../judgements";
import { scaleWords } from "../../../scale";
import { everyOrNone, share, shareOrNone } from "../../../words";
import { named, nameMark, nameRoom } from "../naming";
import type { SectionProps } from "../sections";
import { useSituation } from "../useSituation";
import { LawNote } from "./LawNote";

interface Row extends LegalTest {
  id: string;
}

const bound = (row: LegalTest) => (row.atLeast !== undefined ? `at least ${row.atLeast}` : `at most ${row.atMost}`);

const columns: readonly Column<Row>[] = [
  { head: "Test", value: (row) => row.name },
  { head: "On", value: (row) => row.issueName },
  { head: "Bound", value: bound },
  { head: "Passed in", value: (row) => row.lawful.value, shown: (row) => shareOrNone(row.lawful.value) },
  { head: "Sampling error", value: (row) => row.lawful.standardError, shown: (row) => row.lawful.standardError.toFixed(3) },
];

/** Which rules of law and consent the terms meet, with the text of each. */
export function LegalityFigure({ tests, scenario, inputs }: SectionProps & { tests: Record<string, LegalTest> }) {
  const situation = useSituation(scenario).body?.document;
  const rows = Object.entries(tests).map(([id, test]) => ({ id, ...test }));
  return (
    <Figure
      title="Is it lawful, and do those bound by it consent?"
      caption="Each test asks whether a term keeps to a bound on its scale. Shown is the share of the draws in which it does; what the terms leave open is why it may lie in between."
      name={`legality-${scenario.id}`}
      columns={columns}
      rows={rows}
      evidence={{
        scenario,
        inputs,
        address: addresses.part(scenario.id, "measures"),
        citations: situation ? citationsIn(situation, ...rows.map((row) => row.source)) : [],
        judgements: (read) => rows.map((row) => ({ ...termOf(read, inputs, row.issue), name: row.issueName })),
      }}
    >
      <LawNote scenario={scenario} />
      <PlotChart
        label={`In what share of the draws ${rows.length} tests are passed; the same numbers stand in the table below`}
        of={[tests]}
        height={(width) => rows.length * named(width).row + 30}
        draw={(width) => options(rows, width)}
      />
      <ul class="tests">
        {rows.map((row) => (
          <Test key={row.id} row={row} situation={situation} inputs={inputs} />
        ))}
      </ul>
    </Figure>
  );
}

function options(rows: readonly Row[], width: number): Plot.PlotOptions {
  const { dy } = named(width);
  const bar = { y1: "id", y2: "id", dy, strokeWidth: 12 };
  return {
    marginTop: 24,
    marginBottom: 6,
    ...nameRoom(width, 110),
    ...(width < 620 && { marginRight: 96 }),
    x: { domain: [0, 1], axis: null },
    y: { domain: rows.map((row) => row.id), axis: null, padding: 0.3 },
    marks: [
      Plot.axisX([0, 0.5, 1], { anchor: "top", tickSize: 0, fill: "var(--ink-soft)", label: null, tickFormat: (value: number) => `${value * 100} %` }),
      Plot.link(rows, { ...bar, x1: () => 0, x2: () => 1, stroke: "var(--sunken)" }),
      Plot.link(rows, { ...bar, x1: () => 0, x2: (row: Row) => row.lawful.value, stroke: "var(--accent)" }),
      Plot.ruleX([0, 1], { stroke: "var(--line-strong)" }),
      Plot.text(rows, { x: () => 1, y: "id", text: (row: Row) => passed(row.lawful.value), dx: 10, dy, textAnchor: "start", fill: "var(--ink)", fontWeight: 600 }),
      nameMark(rows, "id", (row) => row.name, width),
    ],
  };
}

function passed(value: number): string {
  const plain = everyOrNone(value);
  return plain ? `${share(value)}\n(in ${plain})` : share(value);
}

function Test({ row, situation, inputs }: { row: Row; situation: SituationDocument | undefined; inputs: Inputs }) {
  const issue = situation?.issues[row.issue];
  return (
    <li>
      <h3 class="told">{row.name}</h3>
      <p class="told">{row.text}</p>
      {situation && issue && (
        <p class="small soft told">
          {row.issueName}: {row.atLeast !== undefined ? "not below" : "not above"} {scaleWords(issue, row.atLeast ?? row.atMost!)}. {termOf(situation, inputs, row.issue).name}:{" "}
          {scaleWords(issue, modeOf(termOf(situation, inputs, row.issue).value))}.
        </p>
      )}
      <details>
        <summary>Sources</summary>
        <p class="small told">{row.source}</p>
        {situation && <SourceEntries keys={citationsIn(situation, row.source)} sources={situation.sources} />}
      </details>
    </li>
  );
}
