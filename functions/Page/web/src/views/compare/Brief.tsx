import { likelihood, listed, share } from "../../words";
import { ofEach, type Compared } from "./compared";
import { bestOf, type Best } from "./best";
import { Letter } from "./Letter";
import { countOf } from "./reversed";
import { termsOf } from "./terms";

/** The answers before the figures: whom each serves best, whether all would sign it, what turns round. */
export function Brief(compared: Compared) {
  const { ids, scenarios, answer: { comparison, chosen } } = compared;
  const joint = ofEach(comparison, ids, (pair) => pair.acceptance.joint);
  const { orders, places } = countOf(compared);
  const { differing, same } = termsOf(compared);
  const best = bestOf(compared);
  return (
    <section class="stack" aria-labelledby="brief">
      <h2 id="brief">In brief</h2>
      <div class="answers">
        {ids.map((id, place) => (
          <div class="answer" key={id}>
            <span class="small soft">
              <Letter place={place} /> <span class="told">{scenarios[place]!.scenario.title}</span>
            </span>
            <strong class="told">{bestFor(best, id)}</strong>
            <p class="small">
              All who must sign do so: {likelihood(joint[place]!)} ({share(joint[place]!)}).
            </p>
          </div>
        ))}
      </div>
      <ul class="sentences">
        <li>
          <OpenFor best={best} />
        </li>
        <li>
          {differing.length === 0 ? `They say the same on all ${same.length} issues.` : `They differ on ${differing.length} of ${differing.length + same.length} issues.`}
        </li>
        <li>
          {orders === 0
            ? "For no stakeholder does the order depend on what is taken as the baseline, on the horizon, or on mean or median."
            : `⇄ In ${orders} ${orders === 1 ? "case" : "cases"} the order depends on how one looks; each is told below.`}
        </li>
        <li>{places === 0 ? "Nobody changes places with anybody." : `${places} pairs of stakeholders change places: one gains more than the other under one scenario and less under another.`}</li>
      </ul>
      <p class="small soft">
        {comparison.draws.toLocaleString("en-GB")} draws ({chosen.draws}) from seed {comparison.seed} ({chosen.seed}); horizons of {comparison.shortHorizon} and{" "}
        {comparison.horizon} years.
      </p>
      <details class="small">
        <summary>How to read the differences</summary>
        <p class="told">{comparison.note}</p>
      </details>
    </section>
  );
}

function bestFor(best: Best, id: string): string {
  const served = best.filter((each) => each.id === id);
  const vetoes = served.filter(({ role }) => role === "veto").map(({ name }) => name);
  if (served.length === 0) return "Best for nobody";
  return `Best for ${served.length} of ${best.length}${vetoes.length ? `, among them ${listed(vetoes)}` : ""}`;
}

function OpenFor({ best }: { best: Best }) {
  const open = best.filter(({ id }) => id === undefined).map(({ name }) => name);
  if (open.length === 0) return <>For everyone it is clear which serves them best.</>;
  if (open.length === best.length) return <>For all {best.length} it is open which serves them best, against no deal.</>;
  return (
    <>
      For {open.length} of {best.length} it is open which serves them best, against no deal: <span class="told">{listed(open)}</span>.
    </>
  );
}
