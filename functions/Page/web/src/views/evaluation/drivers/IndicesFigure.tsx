import * as Plot from "@observablehq/plot";
import type { DrivenOutput, DrivingInput, Index } from "../../../api/drivers";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import type { Evidence } from "../../../components/Origin";
import { Term } from "../../../components/Term";
import { share } from "../../../words";
import { named, nameMark, nameRoom, roomFor } from "../naming";
import { nameOf } from "./output";

interface IndicesProps {
  driven: DrivenOutput;
  evidence: Evidence;
  name: string;
}

const bound = (head: string, of: (row: DrivingInput) => number): Column<DrivingInput> => ({ head, value: of, shown: (row) => of(row).toFixed(3).replace("-", "−") });

/** An estimate scatters about 0 where there is nothing to find: it is told then by words, its interval by numbers all the same. */
const index = (head: string, of: (row: DrivingInput) => Index): Column<DrivingInput> => ({
  head,
  value: (row) => (of(row).isAboveZero ? of(row).value : "not distinguishable from 0"),
  shown: (row) => (of(row).isAboveZero ? of(row).value.toFixed(3) : "not distinguishable from 0"),
});

const columns: readonly Column<DrivingInput>[] = [
  { head: "Judgement", value: (row) => row.name },
  index("Total", (row) => row.total),
  bound("Total, low (95 %)", (row) => row.total.low95),
  bound("Total, high (95 %)", (row) => row.total.high95),
  index("Alone", (row) => row.first),
  bound("Alone, low (95 %)", (row) => row.first.low95),
  bound("Alone, high (95 %)", (row) => row.first.high95),
];

/** Which judgements the spread of an output comes from. */
export function IndicesFigure({ driven, evidence, name }: IndicesProps) {
  const rows = driven.largest;
  return (
    <Figure
      title={`Where the uncertainty comes from: ${nameOf(driven)}`}
      caption={
        <>
          The part of the <Term of="variance" /> that a judgement explains <Term of="first-order index">alone</Term> (○) and <Term of="total index">with all it takes part in</Term> (●), with 95 %
          intervals. Of the {driven.inputs} <Term of="judgements drawn" /> for this scenario {driven.reaching} can matter to it at all. One by one they explain {share(Math.max(0, driven.firstOrderSum.value))} (95 % interval from {share(Math.max(0, driven.firstOrderSum.low95))} to {share(Math.min(1, Math.max(0, driven.firstOrderSum.high95)))}): all of them added up, with those estimated below 0, which are drawn at 0. What they do together is the rest;
          the {driven.rest.count} that are not shown come to {share(Math.max(0, driven.rest.first.value))} one by one.
        </>
      }
      name={name}
      columns={columns}
      rows={rows}
      evidence={evidence}
    >
      <PlotChart
        label={`Sobol indices of ${rows.length} judgements; the same numbers stand in the table below`}
        of={[rows]}
        height={(width) => rows.length * named(width).row + 34}
        draw={(width) => options(rows, width)}
      />
    </Figure>
  );
}

function options(rows: readonly DrivingInput[], width: number): Plot.PlotOptions {
  const { dy, isNarrow } = named(width);
  const beside = roomFor(rows.map((row) => row.name), width);
  const marks = (of: (row: DrivingInput) => Index, shift: number, filled: boolean) => [
    Plot.link(rows, { x1: (row: DrivingInput) => Math.max(0, of(row).low95), x2: (row: DrivingInput) => Math.max(0, of(row).high95), y1: "pointer", y2: "pointer", stroke: filled ? "var(--accent)" : "var(--open)", strokeWidth: filled ? 2.5 : 1.5, strokeOpacity: 0.6, dy: dy + shift }),
    Plot.dot(rows, { x: (row: DrivingInput) => Math.max(0, of(row).value), y: "pointer", r: 4.5, fill: filled ? "var(--accent)" : "var(--raised)", stroke: filled ? "var(--accent)" : "var(--open)", strokeWidth: 2, dy: dy + shift }),
  ];
  return {
    marginTop: 28,
    marginBottom: 6,
    ...nameRoom(width, 24, beside),
    x: { domain: [0, Math.max(0.1, ...rows.flatMap((row) => [row.total.high95, row.first.high95]))], label: null },
    y: { domain: rows.map((row) => row.pointer), axis: null, padding: 0.3 },
    marks: [
      Plot.axisX({ anchor: "top", ticks: isNarrow ? 4 : 8, tickSize: 0, fill: "var(--ink-soft)", label: null, tickFormat: (value: number) => `${Math.round(value * 100)} %` }),
      Plot.gridX({ ticks: isNarrow ? 4 : 8, stroke: "var(--line)", strokeOpacity: 1 }),
      ...marks((row) => row.total, -5, true),
      ...marks((row) => row.first, 6, false),
      nameMark(rows, "pointer", (row) => row.name, width, beside),
    ],
  };
}
