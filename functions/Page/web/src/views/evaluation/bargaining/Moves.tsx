import type { Bargaining } from "../../../api/bargaining";
import { apart, place } from "../../../scale";
import { unbroken } from "../../../words";
import { positionsOn } from "./rounds";

/** Round by round the engine's sentences, each with where the mover stood before and after on the issue that is looked at. */
export function Moves({ bargaining, issue }: { bargaining: Bargaining; issue: string }) {
  const positions = positionsOn(bargaining, issue);
  const standing = (actor: string, turn: number) => positions.find((each) => each.actor === actor && each.turn === turn)?.at;
  return (
    <section class="stack" aria-labelledby="moves">
      <h2 id="moves">Why each moved</h2>
      <p class="small soft told">The numbers say from where to where on “{bargaining.spreads[issue]!.name}”, the issue chosen above; the bargain may have been about others.</p>
      <ol class="moves">
        {bargaining.rounds.map(({ turn, moves }) => (
          <li key={turn}>
            <h3>Round {turn + 1}</h3>
            {moves.length === 0 ? (
              <p class="soft">Nobody moves.</p>
            ) : (
              <ul>
                {moves.map(({ stakeholder, text }) => (
                  <li key={stakeholder}>
                    <span class="told">{unbroken(text)}</span> <Way from={standing(stakeholder, turn)} to={standing(stakeholder, turn + 1)} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Way({ from, to }: { from: number | undefined; to: number | undefined }) {
  if (from === undefined || to === undefined) return null;
  const told = apart(from, to);
  return <strong class="move-way numbers">{told(from) === told(to) ? `stays at ${place(to)}` : `${told(from)} → ${told(to)}`}</strong>;
}
