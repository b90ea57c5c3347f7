import { useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import { getTable, Refusal } from "../../api/client";
import type { Variant } from "../../api/sweep";
import type { Problem } from "../../api/types";
import { saveTable } from "../../charts/exporting";
import { DataTable, type Column } from "../../components/DataTable";
import { ProblemNotice } from "../../components/States";
import { whole } from "../../words";
import { EvaluateVariant } from "./EvaluateVariant";
import { columnsOf, type Explored } from "./Explorer";

const shown = 15;
const chunk = 10_000;

/** The chosen variants in numbers, the best first by what is drawn across; any of them can be evaluated in full. */
export function ChosenVariants(all: Explored & { isBrushed: boolean }) {
  const { chosen, isBrushed, x, y, measures, sweep } = all;
  const [count, setCount] = useState(shown);
  const [number, ...others] = columnsOf(all);
  const isSeen = (column: Column<Variant>) => !measures.some((measure) => measure.name === column.head && measure !== x && measure !== y);
  const columns: readonly Column<Variant>[] = [
    number!,
    { head: "In full", value: () => "", shown: (row) => <EvaluateVariant {...all} variant={row.number} terms={row.terms} /> },
    ...others.filter(isSeen),
  ];
  return (
    <section class="stack" aria-labelledby="chosen-variants">
      <h2 id="chosen-variants">{isBrushed ? "The chosen variants" : "All variants"}, the best by the first measure first</h2>
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

function WholeTable({ id, variants }: { id: string; variants: number }) {
  const [problem, setProblem] = useState<Problem>();
  const save = async () => {
    try {
      let text = "";
      for (let from = 0; from < variants; from += chunk) {
        const table = await getTable(addresses.variants(id, from, chunk));
        text += from === 0 ? table : table.slice(table.indexOf("\n") + 1); // One head is enough.
      }
      saveTable(text, `sweep-${id}-variants`);
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      setProblem(failure.problem);
    }
  };
  return (
    <>
      <button type="button" class="button" onClick={() => void save()}>
        ↓ All variants as CSV
      </button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
