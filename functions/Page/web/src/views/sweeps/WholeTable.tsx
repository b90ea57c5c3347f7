import { useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import { getTable, Refusal } from "../../api/client";
import type { Problem } from "../../api/types";
import { saveTable } from "../../charts/exporting";
import { ProblemNotice } from "../../components/States";

const chunk = 10_000;

/** The table of the interface, page by page into one file. */
export function WholeTable({ id, variants }: { id: string; variants: number }) {
  const [problem, setProblem] = useState<Problem>();
  const save = async () => {
    setProblem(undefined);
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
