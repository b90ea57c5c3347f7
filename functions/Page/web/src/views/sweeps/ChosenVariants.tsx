import { useState } from "preact/hooks";
import type { Variant } from "../../api/sweep";
import { DataTable, type Column } from "../../components/DataTable";
import { whole } from "../../words";
import { EvaluateVariant } from "./EvaluateVariant";
import { columnsOf, type Explored } from "./Explorer";
import { WholeTable } from "./WholeTable";

const shown = 15;

/** The chosen variants in numbers, the best first by what is drawn across; any of them can be evaluated in full. */
export function ChosenVariants(all: Explored & { isBrushed: boolean }) {
  const { chosen, isBrushed, page, done, x, y, measures, sweep } = all;
  const [count, setCount] = useState(shown);
  const [number, ...others] = columnsOf(all);
  const isSeen = (column: Column<Variant>) => !measures.some((measure) => measure.name === column.head && !measure.isOutput && measure !== x && measure !== y);
  const columns: readonly Column<Variant>[] = [
    number!,
    { head: "In full", value: () => "", shown: (row) => <EvaluateVariant {...all} variant={row.number} terms={row.terms} /> },
    ...others.filter(isSeen),
  ];
  return (
    <section class="stack variants" aria-labelledby="chosen-variants">
      <h2 id="chosen-variants">{isBrushed ? "The chosen variants" : page.variants.length < done ? "All variants that were read" : "All variants"}, the best by “<span class="told">{x.name}</span>” first</h2>
      {chosen.length === 0 ? <p>No variant lies within the limits. Widen them above.</p> : <DataTable caption="Chosen variants" columns={columns} rows={chosen.slice(0, count)} />}
      <div class="row screen-only">
        <span class="small soft">
          {whole(Math.min(count, chosen.length))} of {whole(chosen.length)}
        </span>
        {count < chosen.length && (
          <button type="button" class="button" onClick={() => setCount(count + 50)}>
            Show more
          </button>
        )}
        <WholeTable id={sweep.id} variants={sweep.progress.variants} />
      </div>
    </section>
  );
}
