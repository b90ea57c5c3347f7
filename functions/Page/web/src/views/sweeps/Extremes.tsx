import type { VariantValue } from "../../api/sweep";
import { DataTable, type Column } from "../../components/DataTable";
import { Term } from "../../components/Term";
import { partsIn } from "../../ratifying";
import { points, settle } from "../../words";
import { ExtremeCell } from "./ExtremeCell";
import type { Swept } from "./Results";

interface Row {
  id: string;
  name: string;
  role: string;
  best: VariantValue;
  worst: VariantValue;
}

/** What each stakeholder would wish for among the variants, and what it would fear. */
export function Extremes(swept: Swept) {
  const { summary, situation } = swept;
  const partOf = partsIn(situation);
  const rows: Row[] = Object.entries(summary.stakeholders).map(([id, { name, role, best, worst }]) => ({ id, name, role: partOf(id, role), best, worst }));
  const isAlike = ({ best, worst }: Row) => settle(best.value) === settle(worst.value);
  const cell = (row: Row, value: VariantValue) => (
    <ExtremeCell swept={swept} of={value} told={points(value.value)} alike={isAlike(row) ? "under every variant: none is better or worse for it" : undefined} />
  );
  const columns: readonly Column<Row>[] = [
    { head: "Stakeholder", value: (row) => row.name },
    { head: "Role", value: (row) => row.role },
    { head: "Best variant for it", value: (row) => (isAlike(row) ? "all alike" : `${row.best.variant}`), shown: (row) => cell(row, row.best) },
    { head: "Worst variant for it", value: (row) => (isAlike(row) ? "all alike" : `${row.worst.variant}`), shown: (row) => cell(row, row.worst) },
  ];
  return (
    <section class="stack" aria-labelledby="extremes">
      <h2 id="extremes">Best and worst for each</h2>
      <p>
        By the mean <Term of="impact" /> against <Term of="no deal" />, in points of the <Term of="stakeholder">stakeholder's</Term> own scale.
      </p>
      <DataTable caption="Best and worst variant for each stakeholder" columns={columns} rows={rows} />
    </section>
  );
}
