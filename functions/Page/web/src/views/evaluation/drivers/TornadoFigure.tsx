import * as Plot from "@observablehq/plot";
import type { DrivenOutput, Swing } from "../../../api/drivers";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import type { Evidence } from "../../../components/Origin";
import { named, nameMark, nameRoom, roomFor } from "../naming";
import { isShare, nameOf, writerOf } from "./output";

interface TornadoProps {
  driven: DrivenOutput;
  evidence: Evidence;
  name: string;
}

/** How far the mean swings with one judgement held at its low or its high end, the others left open. */
export function TornadoFigure({ driven, evidence, name }: TornadoProps) {
  const write = writerOf(driven);
  const rows = driven.tornado;
  return (
    <Figure
      title={`How far one judgement moves the mean: ${nameOf(driven)}`}
      caption="The mean with one judgement held at its low end (○) and at its high end (●), at the lowest and highest tenth of its range, while all others vary. The line is the mean as it stands."
      name={name}
      columns={columnsFor(write)}
      rows={rows}
      evidence={evidence}
    >
      <PlotChart
        label={`Swings of ${rows.length} judgements; the same numbers stand in the table below`}
        of={[rows]}
        height={(width) => rows.length * named(width).row + 34}
        draw={(width) => options(driven, write, width)}
      />
    </Figure>
  );
}

function columnsFor(write: (value: number) => string): readonly Column<Swing>[] {
  return [
    { head: "Judgement", value: (row) => row.name },
    { head: "Mean at its low end", value: (row) => row.low.value, shown: (row) => write(row.low.value) },
    { head: "Mean at its high end", value: (row) => row.high.value, shown: (row) => write(row.high.value) },
    { head: "Swing", value: (row) => row.swing.value, shown: (row) => row.swing.value.toFixed(2).replace("-", "−") },
    { head: "Low end", value: (row) => row.lowAt ?? "", shown: (row) => row.lowAt?.toPrecision(3) ?? "" },
    { head: "High end", value: (row) => row.highAt ?? "", shown: (row) => row.highAt?.toPrecision(3) ?? "" },
  ];
}

function options(driven: DrivenOutput, write: (value: number) => string, width: number): Plot.PlotOptions {
  const { tornado, mean } = driven;
  const { dy, isNarrow } = named(width);
  const beside = roomFor(tornado.map((row) => row.name), width);
  const ends = tornado.flatMap(({ low, high }) => [low.value, high.value]);
  const span = Math.max(Math.max(...ends) - Math.min(...ends), 1e-6);
  const pad = isNarrow ? 0.24 : 0.12;
  const at = (row: Swing, end: "low" | "high") => row[end].value;
  const left = (row: Swing) => Math.min(row.low.value, row.high.value);
  const right = (row: Swing) => Math.max(row.low.value, row.high.value);
  const text = { y: "pointer", dy, fontSize: 11, fill: "var(--ink)", stroke: "var(--raised)", strokeWidth: 3, fontVariant: "tabular-nums" as const };
  return {
    marginTop: 28,
    marginBottom: 6,
    ...nameRoom(width, 24, beside),
    x: { domain: [Math.min(...ends) - span * pad, Math.max(...ends) + span * pad], label: null },
    y: { domain: tornado.map((row) => row.pointer), axis: null, padding: 0.3 },
    marks: [
      Plot.axisX({ anchor: "top", ticks: isNarrow ? 3 : 7, tickSize: 0, fill: "var(--ink-soft)", label: null, tickFormat: (value: number) => (isShare(driven) ? `${Number((value * 100).toFixed(1))} %` : `${Number(value.toFixed(2))}`.replace("-", "−")) }),
      Plot.gridX({ ticks: isNarrow ? 3 : 7, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.ruleX([mean.value], { stroke: "var(--ink)", strokeDasharray: "4 3" }),
      Plot.link(tornado, { x1: left, x2: right, y1: "pointer", y2: "pointer", stroke: "var(--open-soft)", strokeWidth: 9, dy }),
      Plot.dot(tornado, { x: (row: Swing) => at(row, "low"), y: "pointer", r: 4.5, fill: "var(--raised)", stroke: "var(--accent)", strokeWidth: 2, dy }),
      Plot.dot(tornado, { x: (row: Swing) => at(row, "high"), y: "pointer", r: 5, fill: "var(--accent)", dy }),
      Plot.text(tornado, { ...text, x: left, text: (row: Swing) => write(left(row)), dx: -9, textAnchor: "end" }),
      Plot.text(tornado, { ...text, x: right, text: (row: Swing) => write(right(row)), dx: 9, textAnchor: "start" }),
      nameMark(tornado, "pointer", (row) => row.name, width, beside),
    ],
  };
}
