import { Choice } from "../../components/Choice";
import { linkWith, replace } from "../../router";
import { letterOf } from "./selection";
import type { ComparedPair } from "./compared";
import { Letter } from "./Letter";

/** Which two the differences are between. */
export function PairChoice({ ids, answer: { comparison }, pair, first, second, scenarios, route }: ComparedPair) {
  const name = (one: string, other: string) => letterOf(ids.indexOf(one)) + letterOf(ids.indexOf(other));
  const options = Object.fromEntries(comparison.pairs.map((each) => [name(each.first, each.second), `${letterOf(ids.indexOf(each.first))} and ${letterOf(ids.indexOf(each.second))}`]));
  return (
    <section class="stack" aria-labelledby="paired">
      <h2 id="paired">Draw by draw</h2>
      <p>
        <Letter place={first} /> <span class="told">{scenarios[first]!.scenario.title}</span> less <Letter place={second} />{" "}
        <span class="told">{scenarios[second]!.scenario.title}</span>, in each draw by itself: what is uncertain about both alike falls out.
      </p>
      {comparison.pairs.length > 1 && (
        <div class="row screen-only">
          <Choice label="Between" options={options} value={name(pair.first, pair.second)} choose={(value) => replace(linkWith(route, { pair: value }))} />
        </div>
      )}
    </section>
  );
}
