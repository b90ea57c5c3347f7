import * as Plot from "@observablehq/plot";
import * as addresses from "../../../api/addresses";
import type { OutcomePair, PairEvent } from "../../../api/report";
import type { Estimate } from "../../../api/types";
import type { SituationDocument } from "../../../api/situation";
import { broken, fitting } from "../../../charts/labels";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import { areApart } from "../../../course";
import { meaningOf } from "../../../events";
import { citationsIn } from "../../../judgements";
import { comesAbout, everyOrNone, failsToCome, inDraws, share, shareOrNone } from "../../../words";
import type { SectionProps } from "../sections";
import { useSituation } from "../useSituation";

interface Combination {
  /** As the row of the table. */
  words: string;
  /** As a sentence. */
  told: string;
  short: boolean;
  long: boolean;
  probability: Estimate;
}

const columns: readonly Column<Combination>[] = [
  { head: "What comes about", value: (row) => row.words },
  { head: "Share of the draws", value: (row) => row.probability.value, shown: (row) => shareOrNone(row.probability.value) },
  { head: "Sampling error", value: (row) => row.probability.standardError, shown: (row) => row.probability.standardError.toFixed(3) },
];

/** Something soon and something later: the four ways the two may go together. */
export function OutcomePairFigure({ pair, scenario, inputs }: SectionProps & { pair: OutcomePair }) {
  const situation = useSituation(scenario).body?.document;
  const { short, long } = pair;
  const said = (event: PairEvent, comes: boolean) => `in year ${event.year} “${event.name}” is ${comes ? `at ${comesAbout(event)}` : failsToCome(event)}`;
  const combination = (words: string, isShort: boolean, isLong: boolean, probability: Estimate): Combination => ({
    words,
    told: `${said(short, isShort)}, and ${said(long, isLong)}`,
    short: isShort,
    long: isLong,
    probability,
  });
  const rows: readonly Combination[] = [
    combination(`Both: “${short.name}” at ${comesAbout(short)}, “${long.name}” at ${comesAbout(long)}`, true, true, pair.both),
    combination(`Only “${short.name}” at ${comesAbout(short)}, in year ${short.year}`, true, false, pair.shortOnly),
    combination(`Only “${long.name}” at ${comesAbout(long)}, in year ${long.year}`, false, true, pair.longOnly),
    combination("Neither", false, false, pair.neither),
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
      <p class="most-likely told">{mostLikely(rows, inputs.draws)}</p>
      <PlotChart label="The four combinations and their shares of the draws, which also stand in the table below" of={[pair, situation]} height={(width) => headOf(width) + 2 * cellOf(width) + 4} draw={(width) => options(pair, rows, situation, width)} />
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

/** The one that most draws come to, with all that sampling error does not tell apart from it. */
function mostLikely(rows: readonly Combination[], draws: number): string {
  const [first, ...others] = [...rows].sort((one, other) => other.probability.value - one.probability.value) as [Combination, ...Combination[]];
  const alike = others.filter((each) => !areApart(first.probability, each.probability));
  if (alike.length === 0) return `Most likely (${inDraws(first.probability.value, draws)}): ${first.told}.`;
  return `Most likely, and about equally so: ${[first, ...alike].map((each) => `${each.told} (${share(each.probability.value)})`).join("; or ")}.`;
}

const isNarrow = (width: number) => width < 620;
const cellOf = (width: number) => (isNarrow(width) ? 190 : 112);
const headOf = (width: number) => (isNarrow(width) ? 86 : 54);
const sideOf = (width: number) => (isNarrow(width) ? 112 : 250);

const side = (event: PairEvent, comes: boolean) => (comes ? comesAbout(event) : failsToCome(event));
const names = ({ short, long }: Combination) => (short ? (long ? "both" : "only soon") : long ? "only later" : "neither");

/** What the events of a combination mean, a line or more each: "soon: fighting subsides". */
function meaningsOf({ short, long }: OutcomePair, row: Combination, situation: SituationDocument | undefined, characters: number, most: number): string[] {
  const side = (when: string, event: PairEvent, comes: boolean) => {
    const meaning = meaningOf(event, situation?.effects[event.effect]);
    return meaning === undefined ? [] : broken(`${when}: ${comes ? meaning : "not so, or less so"}`, characters, most);
  };
  return [...side("soon", short, row.short), ...side("later", long, row.long)];
}

function options(pair: OutcomePair, rows: readonly Combination[], situation: SituationDocument | undefined, width: number): Plot.PlotOptions {
  const { short, long } = pair;
  const x = { x: (row: Combination) => row.long, y: (row: Combination) => row.short };
  const [left, top, size] = [sideOf(width), headOf(width), isNarrow(width) ? 11.5 : 13];
  const right = isNarrow(width) ? 2 : Math.max(2, width - 860);
  const small = isNarrow(width) ? 11 : 12;
  const characters = ((width - left - right) / 2 - 16) / (small * 0.52);
  // From the middle of a cell to its edge; the rest is between the cells.
  const edge = cellOf(width) * 0.41;
  const text = { fontSize: size, fill: "var(--ink)" };
  // Lines of text are measured in their size.
  const [soonRoom, laterRoom] = [(left - 14) / size, (width - left - right) / size];
  return {
    marginTop: top,
    marginBottom: 2,
    marginLeft: left,
    marginRight: right,
    x: { type: "band", domain: [true, false], axis: null },
    y: { type: "band", domain: [true, false], axis: null },
    marks: [
      Plot.cell(rows, { ...x, fill: "var(--accent)", fillOpacity: (row: Combination) => row.probability.value * 0.45, stroke: "var(--line-strong)", inset: 2, rx: 4 }),
      Plot.text(rows, { ...x, text: (row: Combination) => share(row.probability.value), fontSize: isNarrow(width) ? 14 : 17, fontWeight: 600, fill: "var(--ink)", lineAnchor: "top", dy: 8 - edge }),
      Plot.text(rows, { ...x, text: (row: Combination) => plainly(row, isNarrow(width) ? "\n" : ": "), lineAnchor: "top", dy: 32 - edge, fontSize: small, fill: "var(--ink-soft)" }),
      Plot.text(rows, { ...x, text: (row: Combination) => meaningsOf(pair, row, situation, characters, isNarrow(width) ? 3 : 1).join("\n"), lineAnchor: "bottom", dy: edge - 7, fontSize: small, fill: "var(--ink)" }),
      Plot.text([fitting(`Later, in year ${long.year}: “${long.name}”`, laterRoom * 1.8, 2)], { ...text, frameAnchor: "top", lineAnchor: "bottom", dy: -32, fontWeight: 600, lineWidth: laterRoom }),
      Plot.text([true, false], { ...text, x: (comes: boolean) => comes, frameAnchor: "top", dy: -14, text: (comes: boolean) => side(long, comes) }),
      Plot.text([fitting(`Soon, in year ${short.year}: “${short.name}”`, soonRoom * 1.8, 5)], { ...text, frameAnchor: "top-left", lineAnchor: "bottom", dx: -left, dy: -10, textAnchor: "start", fontWeight: 600, lineWidth: soonRoom }),
      Plot.text([true, false], { ...text, y: (comes: boolean) => comes, frameAnchor: "left", dx: -left, textAnchor: "start", text: (comes: boolean) => side(short, comes) }),
    ],
  };
}

/** Which of the four it is, and whether every draw comes to it or none. */
function plainly(row: Combination, between: string): string {
  const plain = everyOrNone(row.probability.value);
  return plain ? `${names(row)}${between}in ${plain}` : names(row);
}
