import { isUnanswered, type Unanswered } from "../../api/report";
import type { Comparison, Length, Pair } from "../../api/comparison";
import type { OutcomeEvent, SituationDocument } from "../../api/situation";
import { hazardBehind, hazardCite, lawCites, outcomesCite } from "../../behind";
import { Empty } from "../../components/States";
import { Term } from "../../components/Term";
import { meaningOf } from "../../events";
import { lawNote } from "../../law";
import { comesAbout, failsToCome } from "../../words";
import type { Compared } from "./compared";
import { SharesFigure, type Shared } from "./SharesFigure";

/** Whether they would last, whether they are lawful, and how often the outcomes that the situation asks about come together. */
export function HoldingFigure(compared: Compared) {
  const { comparison } = compared.answer;
  const [pair] = comparison.pairs as [Pair];
  const shares = [...durability(comparison, pair), ...outcomes(pair, compared.situation), ...legality(pair)];
  if (shares.length === 0) return <Unsaid pair={pair} />;
  return (
    <SharesFigure
      compared={compared}
      title="Would they last, and are they lawful?"
      caption={
        <>
          Shares of the <Term of="draw">draws</Term>; of lasting, the mean probability that the deal still holds. <Events pair={pair} situation={compared.situation} />
          <Reasons pair={pair} />
          {!isUnanswered(pair.measures.legality) && <span class="told law-note"> {lawNote(compared.situation)}</span>}
        </>
      }
      name="compare-holding"
      of={shares}
      behind={{ judgements: hazardBehind, citations: cited(pair, compared) }}
    />
  );
}

function durability({ horizon, shortHorizon }: Comparison, { durability }: Pair): Shared[] {
  if (isUnanswered(durability)) return [];
  const held = (length: Length, years: number): Shared => ({
    id: length,
    name: `Still holds after ${years} ${years === 1 ? "year" : "years"}`,
    // Whether there is an answer depends on the situation alone.
    take: (pair) => (pair.durability as Exclude<Pair["durability"], Unanswered>)[length],
  });
  return [held("short", shortHorizon), held("long", horizon)];
}

function outcomes({ measures: { outcomePair } }: Pair, { effects, measures }: SituationDocument): Shared[] {
  if (isUnanswered(outcomePair) || !measures?.outcomePair) return [];
  const { short, long } = measures.outcomePair;
  const said = (words: string, first: string, second: string) => `${words}: ${nameOf(short, effects)} ${first}, ${nameOf(long, effects)} ${second}`;
  const combinations = {
    both: said("Both", comesAbout(short), comesAbout(long)),
    shortOnly: said("First only", comesAbout(short), failsToCome(long)),
    longOnly: said("Second only", failsToCome(short), comesAbout(long)),
    neither: said("Neither", failsToCome(short), failsToCome(long)),
  };
  return (Object.entries(combinations) as [keyof typeof combinations, string][]).map(([id, name]) => ({
    id,
    name,
    take: (pair) => (pair.measures.outcomePair as Exclude<typeof outcomePair, Unanswered>)[id],
  }));
}

const nameOf = ({ effect }: OutcomeEvent, effects: SituationDocument["effects"]) => effects[effect]?.name ?? effect;

/** The two events in words, neither of which need be good news. */
function Events({ pair, situation: { effects, measures } }: { pair: Pair; situation: SituationDocument }) {
  if (isUnanswered(pair.measures.outcomePair) || !measures?.outcomePair) return null;
  const { short, long } = measures.outcomePair;
  const event = (of: OutcomeEvent) => {
    const meaning = meaningOf(of, effects[of.effect]);
    return `“${nameOf(of, effects)}” at ${comesAbout(of)} in year ${of.year}${meaning ? ` (${meaning})` : ""}`;
  };
  return (
    <span class="told">
      First event: {event(short)}; second: {event(long)}.{" "}
    </span>
  );
}

function legality({ measures: { legality } }: Pair): Shared[] {
  if (isUnanswered(legality)) return [];
  return Object.entries(legality.tests).map(([id, { name }]) => ({
    id: `legal-${id}`,
    name: `Lawful: ${name}`,
    take: (pair) => (pair.measures.legality as Exclude<typeof legality, Unanswered>).tests[id]!,
  }));
}

/** What stands behind those of them that are shown. */
function cited({ durability, measures: { outcomePair, legality } }: Pair, { situation, scenarios }: Compared): string[] {
  const inputs = scenarios.map((each) => each.inputs);
  const all = [[durability, hazardCite], [outcomePair, outcomesCite], [legality, lawCites]] as const;
  return all.flatMap(([answer, cite]) => (isUnanswered(answer) ? [] : cite(situation, inputs)));
}

function reasonsOf({ durability, measures }: Pair): string[] {
  return [...new Set([durability, measures.outcomePair, measures.legality].filter(isUnanswered).map((each) => each.reason))];
}

function Reasons({ pair }: { pair: Pair }) {
  return <span class="told">{reasonsOf(pair).join(" ")}</span>;
}

function Unsaid({ pair }: { pair: Pair }) {
  return (
    <Empty>
      <strong>Whether they would last cannot be said</strong>
      <p>
        <Reasons pair={pair} />
      </p>
    </Empty>
  );
}
