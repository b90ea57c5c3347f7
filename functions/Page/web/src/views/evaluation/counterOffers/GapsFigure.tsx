import * as Plot from "@observablehq/plot";
import type { Clash, Gap } from "../../../api/bargaining";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import type { Evidence } from "../../../components/Origin";
import { Term } from "../../../components/Term";
import { decimal, unbroken } from "../../../words";
import { named, nameMark, nameRoom } from "../naming";

interface Row extends Gap {
  issue: string;
}

const bounds = (row: Row) => row.redLines.map((line) => `${line.name}: ${line.atLeast !== undefined ? `at least ${decimal(line.atLeast)}` : `at most ${decimal(line.atMost ?? 0)}`}`).join("; ");

const columns: readonly Column<Row>[] = [
  { head: "Term", value: (row) => row.name },
  { head: "From", value: (row) => row.from, shown: (row) => decimal(row.from) },
  { head: "To", value: (row) => row.to, shown: (row) => decimal(row.to) },
  { head: "Points apart", value: (row) => row.points, shown: (row) => row.points.toFixed(1) },
  { head: "Red lines", value: bounds },
];

/** The red lines that do not meet: what lies between them satisfies neither. */
export function GapsFigure({ clash, name, evidence }: { clash: Clash; name: string; evidence: Evidence }) {
  const rows = Object.entries(clash.gaps).map(([issue, gap]) => ({ issue, ...gap }));
  return (
    <Figure
      title="Where red lines clash"
      caption={
        <>
          On each scale of 0 to 100, the stretch that lies beyond the <Term of="red line">red lines</Term> of both sides; to its left and to its right one of them is broken, so that no term keeps both. Each red
          line is taken where it is kept as often as consent is asked for.
        </>
      }
      name={name}
      columns={columns}
      rows={rows}
      evidence={evidence}
    >
      <PlotChart label={`Gaps between red lines on ${rows.length} terms; the same numbers stand in the table below`} of={[clash]} height={(width) => rows.length * named(width).row + 30} draw={(width) => options(rows, width)} />
      <ul class="move-words">
        {rows.map((row) => (
          <li key={row.issue} class="told">
            {unbroken(row.text)} <span class="soft">{bounds(row)}.</span>
          </li>
        ))}
      </ul>
    </Figure>
  );
}

function options(rows: readonly Row[], width: number): Plot.PlotOptions {
  const { dy } = named(width);
  const label = { y: "issue", dy, fontSize: 11, fill: "var(--ink)" };
  return {
    marginTop: 24,
    marginBottom: 6,
    ...nameRoom(width, 34),
    x: { domain: [-4, 104], label: null },
    y: { domain: rows.map((row) => row.issue), axis: null, padding: 0.3 },
    marks: [
      Plot.axisX([0, 25, 50, 75, 100], { anchor: "top", tickSize: 0, fill: "var(--ink-soft)", label: null }),
      Plot.ruleX([0, 25, 50, 75, 100], { stroke: "var(--line)" }),
      Plot.link(rows, { x1: "from", x2: "to", y1: "issue", y2: "issue", stroke: "var(--worse-soft)", strokeWidth: 12, dy }),
      Plot.text(rows, { ...label, x: "from", text: (row: Row) => `${decimal(row.from)} ◂`, dx: -4, textAnchor: "end" }),
      Plot.text(rows, { ...label, x: "to", text: (row: Row) => `▸ ${decimal(row.to)}`, dx: 4, textAnchor: "start" }),
      nameMark(rows, "issue", (row) => row.name, width),
    ],
  };
}
