import type { OrderReversal, PlacesReversal } from "../../api/comparison";
import { Term } from "../../components/Term";
import { letterOf } from "./selection";
import type { Compared } from "./compared";

/** Where the answer to "which is better" turns round, and on what that hangs. */
export function Reversals({ ids, answer: { comparison } }: Compared) {
  const orders = Object.values(comparison.orders).flatMap((order) => order.reversals);
  return (
    <section class="stack" aria-labelledby="reversals">
      <h2 id="reversals">
        <span aria-hidden="true">⇄</span> Reversals
      </h2>
      <div class="topics">
        <section class="topic">
          <h3>
            Which <Term of="reversal">order</Term> depends on how one looks
          </h3>
          {orders.length === 0 ? (
            <p>None: for every stakeholder the order of the scenarios is the same against either baseline, early or late, on average or in most draws.</p>
          ) : (
            <div class="stack">
              <List reversals={orders} />
            </div>
          )}
        </section>
        <section class="topic">
          <h3>Who changes places with whom</h3>
          <div class="stack">
            {comparison.pairs.map((pair) => (
              <details key={pair.first + pair.second}>
                <summary>
                  Between {letterOf(ids.indexOf(pair.first))} and {letterOf(ids.indexOf(pair.second))}: {countWords(pair.reversals)}
                </summary>
                <List reversals={pair.reversals} />
              </details>
            ))}
          </div>
        </section>
      </div>
      <p class="small soft">{comparison.reversalRule}</p>
    </section>
  );
}

const shown = 6;

function List({ reversals }: { reversals: readonly (OrderReversal | PlacesReversal)[] }) {
  const more = reversals.slice(shown);
  return (
    <>
      <Told reversals={reversals.slice(0, shown)} />
      {more.length > 0 && (
        <details>
          <summary>{more.length} more</summary>
          <Told reversals={more} />
        </details>
      )}
    </>
  );
}

function Told({ reversals }: { reversals: readonly (OrderReversal | PlacesReversal)[] }) {
  return (
    <ul class="reversals">
      {reversals.map(({ text, verdict }, place) => (
        <li key={place}>
          <span aria-hidden="true">{verdict === "reversed" ? "⇄" : "?"}</span>
          <span class="told">{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** Those that turn, and beside them those of which the draws leave it open. */
function countWords(reversals: readonly PlacesReversal[]): string {
  const turned = reversals.filter(({ verdict }) => verdict === "reversed").length;
  const open = reversals.length - turned;
  const pairs = (count: number) => (count === 1 ? "one pair of stakeholders" : `${count} pairs of stakeholders`);
  if (reversals.length === 0) return "nobody";
  if (turned === 0) return `perhaps ${pairs(open)}`;
  return open === 0 ? pairs(turned) : `${pairs(turned)}, and perhaps ${open} more`;
}
