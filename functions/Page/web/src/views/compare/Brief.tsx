import { inDraws, likelihood, listed } from "../../words";
import { ofEach, type Compared } from "./compared";
import { bestOf, type Best, type Served } from "./best";
import { Letter } from "./Letter";
import { countOf } from "./reversed";
import { letterOf } from "./selection";
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
              All who must sign do so: {likelihood(joint[place]!)}, {inDraws(joint[place]!, comparison.draws)}.
            </p>
          </div>
        ))}
      </div>
      <ul class="sentences">
        <li>
          <OpenFor best={best} />
        </li>
        {alikeOf(best).map((those) => (
          <li key={those[0]!.name}>
            <Alike those={those} all={best.length} of={compared} />
          </li>
        ))}
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
  const served = best.filter(({ ids }) => ids.length === 1 && ids[0] === id);
  const vetoes = served.filter(({ role }) => role === "veto").map(({ name }) => name);
  if (served.length === 0) return "Best for nobody";
  return `Best for ${served.length} of ${best.length}${vetoes.length ? `, among them ${listed(vetoes)}` : ""}`;
}

function OpenFor({ best }: { best: Best }) {
  const open = best.filter(({ ids }) => ids.length === 0).map(({ name }) => name);
  if (open.length === 0) return best.some(({ ids }) => ids.length > 1) ? <>For nobody is it open which serves them best.</> : <>For everyone it is clear which serves them best.</>;
  if (open.length === best.length) return <>For all {best.length} it is open which serves them best, against no deal.</>;
  return (
    <>
      For {open.length} of {best.length} it is open which serves them best, against no deal: <span class="told">{listed(open)}</span>.
    </>
  );
}

/** Whom several serve alike, by which ones these are, and by whether they are the same to the last draw. */
function alikeOf(best: Best): Served[][] {
  const groups = new Map<string, Served[]>();
  for (const each of best.filter(({ ids }) => ids.length > 1)) {
    const group = `${each.ids.join()} ${each.isSame}`;
    groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  return [...groups.values()];
}

function Alike({ those, all, of: { ids } }: { those: readonly Served[]; all: number; of: Compared }) {
  const [{ ids: alike, isSame }] = those as [Served];
  const which = listed(alike.map((id) => letterOf(ids.indexOf(id))));
  return (
    <>
      {those.length === all ? `For all ${all}` : `For ${those.length} of ${all}`} {which} are alike{alike.length < ids.length && " and better than the rest"}, against no deal (
      {isSame ? "the same in every draw" : "less than 0.05 points apart"})
      {those.length < all && (
        <>
          : <span class="told">{listed(those.map(({ name }) => name))}</span>
        </>
      )}
      .
    </>
  );
}
