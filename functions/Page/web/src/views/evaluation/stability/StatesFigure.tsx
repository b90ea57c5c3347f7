import * as Plot from "@observablehq/plot";
import type { Concept, Stability, State } from "../../../api/bargaining";
import type { SituationDocument } from "../../../api/situation";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import type { Evidence } from "../../../components/Origin";
import { Term } from "../../../components/Term";
import type { Entry } from "../../../glossary";
import { inDraws, shareOrNone, shortShare } from "../../../words";

interface Row {
  sign: string;
  words: string;
  state: State;
}

const concepts: Record<Concept, { name: string; term: Entry }> = {
  nash: { name: "Nash", term: "Nash stability" },
  seq: { name: "SEQ", term: "SEQ stability" },
  smr: { name: "SMR", term: "SMR stability" },
  gmr: { name: "GMR", term: "GMR stability" },
};

const order = Object.keys(concepts) as Concept[];

const columns: readonly Column<Row>[] = [
  { head: "State", value: (row) => `${row.sign}: ${row.words}` },
  ...order.map((concept): Column<Row> => ({ head: `${concepts[concept].name} stable for all`, value: (row) => row.state.joint[concept].value, shown: (row) => shareOrNone(row.state.joint[concept].value) })),
];

interface StatesProps {
  stability: Stability;
  situation: SituationDocument;
  name: string;
  evidence: Evidence;
}

/** The deal and the most stable of the states that it may turn into. */
export function StatesFigure({ stability, situation, name, evidence }: StatesProps) {
  const rows: readonly Row[] = [
    { sign: "Deal", words: "everybody keeps to it", state: stability.deal },
    ...stability.mostStable
      .filter((state) => state.options.length > 0)
      .map((state, at) => ({ sign: String.fromCharCode(65 + at), words: state.options.map((id) => situation.options?.[id]?.name ?? id).join("; "), state })),
  ];
  return (
    <Figure
      title="Which states of affairs last"
      caption={
        <>
          In what share of the draws nobody with a move of its own would leave a state, by how far each looks ahead: not at all (<Term of="Nash stability">Nash</Term>), to answers in the others' interest (
          <Term of="SEQ stability">SEQ</Term>), to any answer without (<Term of="SMR stability">SMR</Term>) or with an escape (<Term of="GMR stability">GMR</Term>).
        </>
      }
      name={name}
      columns={columns}
      rows={rows}
      evidence={evidence}
    >
      <PlotChart label={`Stability of ${rows.length} states; the same numbers stand in the table below`} of={[stability]} height={() => rows.length * 38 + 30} draw={(width) => options(rows, width)} />
      <ol class="states">
        {rows.map(({ sign, words, state }) => (
          <li key={sign}>
            <strong>{sign}</strong> <span class="told">{words}</span>: stable, counting answers in the others' interest, {inDraws(state.joint.seq.value, stability.draws)}.
          </li>
        ))}
      </ol>
    </Figure>
  );
}

function options(rows: readonly Row[], width: number): Plot.PlotOptions {
  const cells = rows.flatMap(({ sign, state }) => order.map((concept) => ({ sign, concept, value: state.joint[concept].value })));
  const at = { x: "concept", y: "sign" };
  return {
    marginTop: 26,
    marginBottom: 2,
    marginLeft: 46,
    marginRight: Math.max(2, width - 720),
    x: { domain: order, label: null, tickSize: 0, axis: "top", tickFormat: (concept: Concept) => concepts[concept].name },
    y: { domain: rows.map((row) => row.sign), label: null, tickSize: 0 },
    marks: [
      Plot.cell(cells, { ...at, fill: "var(--accent)", fillOpacity: (cell) => cell.value * 0.45, stroke: "var(--line-strong)", inset: 2, rx: 3 }),
      Plot.text(cells, { ...at, text: (cell) => (width < 500 ? shortShare : shareOrNone)(cell.value), fontSize: 12.5, fill: "var(--ink)" }),
    ],
  };
}
