import { shortShare } from "../../../words";
import { percentOf, points, type Span } from "../model/range";
import { chanceFor, liking, standing, type RedLine, type Stance } from "../model/stances";

interface StancesProps {
  stances: readonly Stance[];
  /** Missing where it cannot be judged; where everyone stands is drawn all the same. */
  term: Span | undefined;
  statusQuo: Span | undefined;
  /** Nothing is said on the issue. */
  isLeft: boolean;
}

/** Who wants what, on the scale of the issue, with the term drawn through all of them. */
export function Stances({ stances, term, statusQuo, isLeft }: StancesProps) {
  return (
    <ul class="stances">
      {stances.map((stance) => (
        <li key={stance.id} class="scale-row">
          <span class="scale-name told" title={`${stance.name} ${stance.part}`}>
            {stance.name}
            {stance.profile !== undefined && <span class="soft"> ({stance.profile})</span>}
          </span>
          <span class="lane" aria-hidden="true">
            {term && <span class={isLeft ? "lane-term lane-left" : "lane-term"} style={across(term)} />}
            {stance.redLine && <Beyond {...stance.redLine} />}
            <span class="lane-ideal" style={across(stance.ideal)} />
            <span class="lane-mode" style={{ left: `${percentOf(stance.ideal.mode, points)}%` }} />
          </span>
          {term ? <Reaction {...{ stance, term, statusQuo }} /> : <span class="reaction" />}
        </li>
      ))}
    </ul>
  );
}

/** Hatched where the line is crossed for certain, lighter where it may be. */
function Beyond({ side, range: { low, mode, high } }: RedLine) {
  const [certain, perhaps] = side === "atLeast" ? [{ low: 0, high: low }, { low, high }] : [{ low: high, high: 100 }, { low, high }];
  return (
    <>
      <span class="lane-beyond" style={across(certain)} />
      <span class="lane-perhaps" style={across(perhaps)} />
      <span class="lane-line" style={{ left: `${percentOf(mode, points)}%` }} />
    </>
  );
}

const reactions = {
  crossed: ["✕", "red line crossed", "crossed"],
  maybe: ["?", "red line crossed:", "maybe"],
  nearer: ["▲", "nearer than now", "nearer"],
  farther: ["▼", "farther than now", "farther"],
  same: ["=", "as far as now", "same"],
} as const;

function Reaction({ stance, term, statusQuo }: { stance: Stance; term: Span; statusQuo: Span | undefined }) {
  const kept = standing(term, stance);
  const [sign, words, tone] = reactions[kept === "inside" ? (statusQuo ? liking(term, statusQuo, stance.ideal) : "same") : kept];
  return (
    <span class={`reaction reaction-${tone}`}>
      <span aria-hidden="true">{sign}</span> {words} {kept === "maybe" && shortShare(chanceFor(term, stance))}
    </span>
  );
}

function across({ low, high }: Pick<Span, "low" | "high">) {
  const [from, to] = [percentOf(Math.min(low, high), points), percentOf(Math.max(low, high), points)];
  return { left: `${from}%`, width: `${to - from}%` };
}
