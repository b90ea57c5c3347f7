import type { OutputSummary, VariantValue } from "../../api/sweep";
import { DataTable, type Column } from "../../components/DataTable";
import { Term } from "../../components/Term";
import { plain } from "../../outputNames";
import { settle, share, whole } from "../../words";
import { ExtremeCell } from "./ExtremeCell";
import { tellerOf } from "./measures";
import type { Swept } from "./Results";

// Counted, not sampled: none is none.
const failing = ({ failing: part }: OutputSummary) => (part === 0 ? "none" : part === 1 ? "all" : share(part));

/** How far each measure of the sweep can get, and by which terms. */
export function OutputExtremes(swept: Swept) {
  const { outputs, variants } = swept.summary;
  const tell = (row: OutputSummary) => tellerOf(row.output);
  const cell = (row: OutputSummary, value: VariantValue) => (
    <ExtremeCell swept={swept} of={value} told={tell(row)(value.value)} alike={settle(row.best.value) === settle(row.worst.value) ? "under every variant" : undefined} />
  );
  const columns: readonly Column<OutputSummary>[] = [
    { head: "Measure", value: (row) => plain(row.name) },
    { head: "Best variant", value: (row) => `${row.best.variant}`, shown: (row) => cell(row, row.best) },
    { head: "Worst variant", value: (row) => `${row.worst.variant}`, shown: (row) => cell(row, row.worst) },
    { head: "Mean of all variants", value: (row) => row.mean, shown: (row) => tell(row)(row.mean) },
    { head: "Variants that fail by it", value: (row) => row.failing, shown: (row) => (row.output.fails ? failing(row) : "") },
  ];
  return (
    <section class="stack" aria-labelledby="output-extremes">
      <h2 id="output-extremes">How far it can get</h2>
      <p>
        The best and the worst of {whole(variants)} <Term of="variant">variants</Term>, by one measure at a time. What they can have together is drawn below.
      </p>
      <DataTable caption="Best and worst variant by each measure" columns={columns} rows={outputs} />
    </section>
  );
}
