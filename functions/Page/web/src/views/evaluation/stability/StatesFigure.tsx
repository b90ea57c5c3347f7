import * as Plot from "@observablehq/plot";
import type { Concept, Stability, State } from "../../../api/bargaining";
import type { SituationDocument } from "../../../api/situation";
import { broken } from "../../../charts/labels";
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

/** What somebody who might leave counts with, in plain words and as the trade calls it. */
const concepts: Record<Concept, { name: string; words: string; term: Entry }> = {
  nash: { name: "Nash", words: "nobody looks ahead", term: "Nash stability" },
  seq: { name: "SEQ", words: "answers in the others' interest count", term: "SEQ stability" },
  smr: { name: "SMR", words: "any answer without an escape counts", term: "SMR stability" },
  gmr: { name: "GMR", words: "any answer counts", term: "GMR stability" },
};

const order = Object.keys(concepts) as Concept[];

const columns: readonly Column<Row>[] = [
  { head: "State", value: (row) => `${row.sign}: ${row.words}` },
  ...order.map((concept): Column<Row> => ({ head: `Stable for all if ${concepts[concept].words} (${concepts[concept].name})`, value: (row) => row.state.joint[concept].value, shown: (row) => shareOrNone(row.state.joint[concept].value) })),
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
          In what share of the draws nobody with a move of its own would leave a state, by how far each looks ahead. The trade calls the columns{" "}
          {order.map((concept, at) => (
            <span key={concept}>
              {at > 0 && ", "}
              <Term of={concepts[concept].term}>{concepts[concept].name}</Term>
            </span>
          ))}
          .
        </>
      }
      name={name}
      columns={columns}
      rows={rows}
      evidence={evidence}
    >
      <PlotChart label={`Stability of ${rows.length} states; the same numbers stand in the table below`} of={[stability]} height={(width) => rows.length * 38 + head(width) + 4} draw={(width) => options(rows, width)} />
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

const left = 46;
const rightOf = (width: number) => Math.max(2, width - 720);
const wordSize = (width: number) => (width < 500 ? 10.5 : 12);
/** The plain words in as many lines as a column has room for, with the word of the trade below them. */
const headOf = (concept: Concept, width: number) => [...broken(concepts[concept].words, (width - left - rightOf(width)) / order.length / (wordSize(width) * 0.54), 6), concepts[concept].name];
const head = (width: number) => Math.max(...order.map((concept) => headOf(concept, width).length)) * wordSize(width) * 1.15 + 12;

function options(rows: readonly Row[], width: number): Plot.PlotOptions {
  const cells = rows.flatMap(({ sign, state }) => order.map((concept) => ({ sign, concept, value: state.joint[concept].value })));
  const at = { x: "concept", y: "sign" };
  return {
    marginTop: head(width),
    marginBottom: 2,
    marginLeft: left,
    marginRight: rightOf(width),
    x: { domain: order, axis: null },
    y: { domain: rows.map((row) => row.sign), label: null, tickSize: 0 },
    marks: [
      Plot.text(order, { x: (concept: Concept) => concept, frameAnchor: "top", lineAnchor: "bottom", dy: -6, lineHeight: 1.15, text: (concept: Concept) => headOf(concept, width).join("\n"), fontSize: wordSize(width), fill: "var(--ink)" }),
      Plot.cell(cells, { ...at, fill: "var(--accent)", fillOpacity: (cell) => cell.value * 0.45, stroke: "var(--line-strong)", inset: 2, rx: 3 }),
      Plot.text(cells, { ...at, text: (cell) => (width < 500 ? shortShare : shareOrNone)(cell.value), fontSize: 12.5, fill: "var(--ink)" }),
    ],
  };
}
