import { useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import { getTable, Refusal } from "../../api/client";
import type { Problem } from "../../api/types";
import { saveJson, saveTable } from "../../charts/exporting";
import { ProblemNotice } from "../../components/States";
import type { Compared } from "./compared";

/** The whole comparison as files: the differences of impacts and acceptance as a table, or everything as it was answered. */
export function Exports({ ids, answer }: Compared) {
  const [problem, setProblem] = useState<Problem>();
  const name = `comparison-${ids[0]}`;
  const table = async () => {
    try {
      saveTable(await getTable(addresses.comparison(ids)), name);
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      setProblem(failure.problem);
    }
  };
  return (
    <section class="stack screen-only" aria-labelledby="files">
      <h2 id="files">The whole comparison</h2>
      <div class="row">
        <button type="button" class="button" onClick={() => void table()}>
          ↓ All differences as CSV
        </button>
        <button type="button" class="button" onClick={() => saveJson(answer, name)}>
          ↓ Everything as JSON
        </button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </section>
  );
}
