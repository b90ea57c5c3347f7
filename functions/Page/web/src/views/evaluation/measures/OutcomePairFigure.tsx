import * as Plot from "@observablehq/plot";
import * as addresses from "../../../api/addresses";
import type { OutcomePair, PairEvent } from "../../../api/report";
import type { Estimate } from "../../../api/types";
import { fitting } from "../../../charts/labels";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import { citationsIn } from "../../../judgements";
import { comesAbout, failsToCome, share } from "../../../words";
import type { SectionProps } from "../sections";
import { useSituation } from "../useSituation";

interface Combination {
  words: string;
  short: boolean;
  long: boolean;
  probability: Estimate;
}

const columns: readonly Column<Combination>[] = [
  { head: "What comes about", value: (row) => row.words },
  { head: "Share of the draws", value: (row) => row.probability.value, shown: (row) => share(row.probability.value) },
  { head: "Sampling error", value: (row) => row.probability.standardError, shown: (row) => row.probability.standardError.toFixed(3) },
];

/** Something soon and something later: the four ways the two may go together. */
export function OutcomePairFigure({ pair, scenario, inputs }: SectionProps & { pair: OutcomePair }) {
  const situation = useSituation(scenario).body?.document;
  const rows: readonly Combination[] = [
    { words: `Both: “${pair.short.name}” at ${comesAbout(pair.short)}, “${pair.long.name}” at ${comesAbout(pair.long)}`, short: true, long: true, probability: pair.both },
    { words: `Only “${pair.short.name}” at ${comesAbout(pair.short)}, in year ${pair.short.year}`, short: true, long: false, probability: pair.shortOnly },
    { words: `Only “${pair.long.name}” at ${comesAbout(pair.long)}, in year ${pair.long.year}`, short: false, long: true, probability: pair.longOnly },
    { words: "Neither", short: false, long: false, probability: pair.neither },
  ];
  return (
    <Figure
      title="Soon and later"
      caption={
        <>
          Soon: <Event event={pair.short} />. Later: <Event event={pair.long} />. The four ways the two go together; neither need be good news.
        </>
      }
      name={`outcome-pair-${scenario.id}`}
      columns={columns}
      rows={rows}
      evidence={{
        scenario,
        inputs,
        address: addresses.part(scenario.id, "measures"),
        citations: situation ? citationsIn(situation, situation.measures?.outcomePair?.source ?? "") : [],
      }}
    >
      <PlotChart label="The four combinations and their shares of the draws, which also stand in the table below" of={[pair]} height={(width) => (width < 500 ? 230 : 200)} draw={(width) => options(pair, rows, width)} />
    </Figure>
  );
}

function Event({ event }: { event: PairEvent }) {
  return (
    <>
      <span class="told">“{event.name}”</span> at {comesAbout(event)} in year {event.year} ({share(event.probability.value)})
    </>
  );
}

const side = (event: PairEvent, at: number) => (at === 0 ? comesAbout(event) : failsToCome(event));

function options({ short, long }: OutcomePair, rows: readonly Combination[], width: number): Plot.PlotOptions {
  const isNarrow = width < 500;
  const x = { x: (row: Combination) => (row.long ? 0 : 1), y: (row: Combination) => (row.short ? 0 : 1) };
  return {
    marginTop: 34,
    marginBottom: 2,
    marginLeft: isNarrow ? 104 : 190,
    marginRight: isNarrow ? 2 : Math.max(2, width - 790),
    x: { type: "band", domain: [0, 1], tickSize: 0, label: null, axis: "top", tickFormat: (at: number) => isNarrow ? side(long, at) : `${fitting(long.name, 24, 1)}: ${side(long, at)}` },
    y: { type: "band", domain: [0, 1], tickSize: 0, label: null, tickFormat: (at: number) => isNarrow ? side(short, at) : `${fitting(short.name, 24, 1)}:\n${side(short, at)}` },
    marks: [
      Plot.cell(rows, { ...x, fill: "var(--accent)", fillOpacity: (row: Combination) => row.probability.value * 0.45, stroke: "var(--line-strong)", inset: 2, rx: 4 }),
      Plot.text(rows, { ...x, text: (row: Combination) => share(row.probability.value), fontSize: isNarrow ? 13 : 16, fontWeight: 600, fill: "var(--ink)", dy: isNarrow ? 0 : -8 }),
      Plot.text(isNarrow ? [] : rows, { ...x, text: (row: Combination) => (row.short ? (row.long ? "both" : "only soon") : row.long ? "only later" : "neither"), dy: 14, fill: "var(--ink-soft)" }),
    ],
  };
}
