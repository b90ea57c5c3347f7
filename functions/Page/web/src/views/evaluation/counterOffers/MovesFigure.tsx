import * as Plot from "@observablehq/plot";
import type { Move, Offer } from "../../../api/bargaining";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import type { Evidence } from "../../../components/Origin";
import { apart } from "../../../scale";
import { points, unbroken } from "../../../words";
import { named, nameMark, nameRoom } from "../naming";

interface Row extends Move {
  issue: string;
}

const columns: readonly Column<Row>[] = [
  { head: "Term", value: (row) => row.name },
  { head: "From", value: (row) => row.from, shown: (row) => row.from.toFixed(1) },
  { head: "To", value: (row) => row.to, shown: (row) => row.to.toFixed(1) },
  { head: "From, in words", value: (row) => row.fromText },
  { head: "To, in words", value: (row) => row.toText },
  { head: "Does most good to", value: (row) => (row.pleases ? `${row.pleases.name} (${points(row.pleases.points.value)})` : "nobody") },
  { head: "Does most harm to", value: (row) => (row.costs ? `${row.costs.name} (${points(row.costs.points.value)})` : "nobody") },
  { head: "Cost of moving", value: (row) => row.cost, shown: (row) => row.cost.toFixed(1) },
];

interface MovesProps {
  offer: Offer;
  title: string;
  name: string;
  evidence: Evidence;
}

/** Who gives what: each term from where it stands to where the offer puts it. */
export function MovesFigure({ offer, title, name, evidence }: MovesProps) {
  const rows = Object.entries(offer.moves).map(([issue, move]) => ({ issue, ...move }));
  return (
    <Figure title={title} caption="Each term on its scale of 0 to 100, from where the deal puts it (○) to where the offer does (●); the words for both, and whom each move pleases and costs, stand below." name={name} columns={columns} rows={rows} evidence={evidence}>
      <PlotChart label={`Moves of ${rows.length} terms; the same numbers stand in the table below`} of={[offer]} height={(width) => rows.length * named(width).row + 30} draw={(width) => options(rows, width)} />
      <ul class="move-words">
        {rows.map((row) => (
          <li key={row.issue} class="told">
            {unbroken(row.text)}
          </li>
        ))}
      </ul>
    </Figure>
  );
}

function options(rows: readonly Row[], width: number): Plot.PlotOptions {
  const { dy } = named(width);
  const label = { y: "issue", dy, fontSize: 11, fill: "var(--ink)" };
  const isUp = (row: Row) => row.to > row.from;
  const text = (end: "from" | "to", up: boolean) =>
    Plot.text(rows.filter((row) => isUp(row) === up), { ...label, x: end, text: (row: Row) => toldAt(row, end), dx: (end === "from") === up ? -9 : 9, textAnchor: (end === "from") === up ? "end" : "start", fontWeight: end === "to" ? 700 : 400 });
  return {
    marginTop: 24,
    marginBottom: 6,
    ...nameRoom(width, 34),
    x: { domain: [-4, 104], label: null },
    y: { domain: rows.map((row) => row.issue), axis: null, padding: 0.3 },
    marks: [
      Plot.axisX([0, 25, 50, 75, 100], { anchor: "top", tickSize: 0, fill: "var(--ink-soft)", label: null }),
      Plot.ruleX([0, 25, 50, 75, 100], { stroke: "var(--line)" }),
      Plot.link(rows, { x1: "from", x2: "to", y1: "issue", y2: "issue", stroke: "var(--accent)", strokeWidth: 3, dy }),
      Plot.dot(rows, { x: "from", y: "issue", r: 4.5, fill: "var(--raised)", stroke: "var(--accent)", strokeWidth: 2, dy }),
      Plot.dot(rows, { x: "to", y: "issue", r: 5.5, fill: "var(--accent)", dy }),
      ...([true, false] as const).flatMap((up) => [text("from", up), text("to", up)]),
      nameMark(rows, "issue", (row) => row.name, width),
    ],
  };
}

const toldAt = ({ from, to }: Move, end: "from" | "to") => apart(from, to)(end === "from" ? from : to);
