import type { ComponentChildren } from "preact";

export interface Column<Row> {
  head: string;
  /** As it is written in a file: full digits. */
  value(row: Row): string | number;
  /** As it is shown, where that differs. */
  shown?(row: Row): ComponentChildren;
}

interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
}

/** The numbers behind a figure. The first column names the row. */
export function DataTable<Row>({ caption, columns, rows }: DataTableProps<Row>) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table class="table">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, place) => (
              <th key={column.head} scope="col" class={place > 0 && isNumber(column, rows) ? "number" : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={place}>{columns.map((column, at) => (at === 0 ? <NameCell {...{ column, row }} /> : <Cell {...{ column, row }} />))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isNumber = <Row,>(column: Column<Row>, rows: readonly Row[]) => rows[0] !== undefined && typeof column.value(rows[0]) === "number";

function NameCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  return (
    <th scope="row" class="told">
      {column.shown?.(row) ?? column.value(row)}
    </th>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const value = column.value(row);
  const shown = column.shown?.(row) ?? value;
  return typeof value === "number" ? (
    <td class="number" data-value={value}>
      {shown}
    </td>
  ) : (
    <td class="told">{shown}</td>
  );
}
