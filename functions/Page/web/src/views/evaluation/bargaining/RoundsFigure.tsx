import * as Plot from "@observablehq/plot";
import * as addresses from "../../../api/addresses";
import type { Bargaining } from "../../../api/bargaining";
import type { SituationDocument } from "../../../api/situation";
import { fitting, spread } from "../../../charts/labels";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import { Select } from "../../../components/Select";
import { Term } from "../../../components/Term";
import { judgementAt, known } from "../../../judgements";
import { linkWith, replace } from "../../../router";
import { place, scaleWords } from "../../../scale";
import { issueIn, positionsOn, type Position } from "./rounds";
import type { SectionProps } from "../sections";

interface RoundsProps extends SectionProps {
  bargaining: Bargaining;
  situation: SituationDocument;
}

/** Who stands where, round by round, in the Spatial Model of Politics. */
export function RoundsFigure({ bargaining, situation, scenario, inputs, route }: RoundsProps) {
  const issues = Object.keys(bargaining.spreads);
  const issue = issueIn(route, bargaining);
  const actor = route.query.get("actor") ?? "";
  const chosen = Object.hasOwn(bargaining.actors, actor) ? actor : undefined;
  const scale = situation.issues[issue]!;
  const rows = positionsOn(bargaining, issue);
  const columns: readonly Column<Position>[] = [
    { head: "Who, round", value: (row) => `${row.name}, round ${row.turn}` },
    { head: "Position", value: (row) => row.at, shown: (row) => place(row.at) },
    { head: "In words", value: (row) => scaleWords(scale, row.at) },
  ];
  return (
    <Figure
      title={`Round by round: ${scale.name}`}
      caption={
        <>
          Positions in the <Term of="Spatial Model of Politics" />, with every judgement at its likeliest: from the ideals in round 0 to where nobody moves any more. Beside the lines stand where each begins and ends.
        </>
      }
      name={`rounds-${issue}-${scenario.id}`}
      columns={columns}
      rows={rows}
      evidence={{
        scenario,
        inputs,
        address: addresses.part(scenario.id, "bargaining"),
        citations: [],
        judgements: (read) => known(Object.entries(bargaining.actors).map(([id, actor]) => judgementAt(read, inputs, `/stakeholders/${id}/preferences/${issue}/ideal`, `Ideal of ${actor.name}`))),
      }}
      tools={
        <div class="tools screen-only">
          <Select label="Issue" options={issues.map((id) => [id, bargaining.spreads[id]!.name] as const)} value={issue} choose={(value) => replace(linkWith(route, { issue: value }))} />
          <Select label="Stands out" options={[["", "nobody"] as const, ...Object.entries(bargaining.actors).map(([id, { name }]) => [id, name] as const)]} value={chosen ?? ""} choose={(value) => replace(linkWith(route, { actor: value || null }))} />
        </div>
      }
    >
      <PlotChart
        label={`Positions on “${scale.name}” over ${bargaining.rounds.length} rounds; the same numbers stand in the table below`}
        of={[bargaining, issue, chosen]}
        height={(width) => layout(rows, width).height}
        draw={(width) => options(rows, bargaining.rounds.length - 1, chosen, width)}
      />
      <p class="small soft told">
        0: {scale.anchors[0]!.text}. 100: {scale.anchors.at(-1)!.text}.
      </p>
    </Figure>
  );
}

const [marginTop, marginBottom] = [16, 46];
// From the end of a line to its label, which others may have pushed away from it; on the left also past the numbers of the scale.
const leader = 14;
const scaleRoom = 30;

/** High enough for the names of all beside one another; on a phone each has two lines, and beside the starts stand numbers alone. */
function layout(rows: readonly Position[], width: number) {
  const isNarrow = width < 760;
  const [room, lines, step] = isNarrow ? [166, 2, 28] : [272, 1, 15];
  const before = scaleRoom + (isNarrow ? 38 : room - 30);
  const inner = Math.max(296, rows.filter((row) => row.turn === 0).length * step);
  return { isNarrow, room, before, lines, step, inner, height: inner + marginTop + marginBottom };
}

interface Label extends Position {
  /** On the scale of the positions, where no other label stands. */
  label: number;
}

function labelsOf(rows: readonly Position[], turn: number, step: number, inner: number): Label[] {
  const there = rows.filter((row) => row.turn === turn);
  const places = spread(there.map((row) => (1 - row.at / 100) * inner), step, 0, inner);
  return there.map((row, at) => ({ ...row, label: 100 * (1 - places[at]! / inner) }));
}

function options(rows: readonly Position[], last: number, chosen: string | undefined, width: number): Plot.PlotOptions {
  const { isNarrow, room, before, lines, step, inner } = layout(rows, width);
  const [starts, ends] = [labelsOf(rows, 0, step, inner), labelsOf(rows, last, step, inner)];
  const turns = Math.max(1, last);
  const leading = (leader * turns) / (width - before - room);
  const [others, first] = [rows.filter((row) => row.actor !== chosen), rows.filter((row) => row.actor === chosen)];
  const isBold = (row: Position) => row.actor === chosen;
  const name = (row: Position) => fitting(isBold(row) ? `▸ ${row.name}` : row.name, (room - 54) / 5.9, lines);
  const text = { y: "label", fontSize: 11, fill: "var(--ink)" };
  const links = { y1: "at", y2: "label", stroke: "var(--line-strong)", strokeWidth: 0.8 };
  // Plot has no weight of type by row.
  const both = (labels: readonly Label[], draw: (some: readonly Label[], weight: number) => Plot.Markish[]) => [...draw(labels.filter((row) => !isBold(row)), 400), ...draw(labels.filter(isBold), 700)];
  return {
    marginTop,
    marginBottom,
    marginLeft: before,
    marginRight: room,
    x: { domain: [0, turns], label: null, tickSize: 0, ticks: Math.min(turns, isNarrow ? 4 : 10), tickFormat: (turn: number) => (Number.isInteger(turn) ? `${turn}` : "") },
    y: { domain: [0, 100], axis: null },
    marks: [
      Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1, ticks: 5 }),
      Plot.axisY({ ticks: 5, tickSize: 0, dx: scaleRoom - before, label: null, fill: "var(--ink-soft)" }),
      Plot.text(["round"], { frameAnchor: "bottom", lineAnchor: "bottom", dy: marginBottom - 4, fontSize: 12, fill: "var(--ink-soft)" }),
      Plot.line(others, { x: "turn", y: "at", z: "actor", stroke: chosen ? "var(--line-strong)" : "var(--accent)", strokeOpacity: chosen ? 1 : 0.75, strokeWidth: chosen ? 1.2 : 1.8 }),
      Plot.dot(others, { x: "turn", y: "at", r: chosen ? 1.8 : 2.6, fill: chosen ? "var(--line-strong)" : "var(--accent)" }),
      Plot.line(first, { x: "turn", y: "at", stroke: "var(--accent)", strokeWidth: 3.5 }),
      Plot.dot(first, { x: "turn", y: "at", r: 4, fill: "var(--accent)" }),
      Plot.link(starts, { ...links, x1: () => 0, x2: () => -leading }),
      Plot.link(ends, { ...links, x1: () => last, x2: () => last + leading }),
      ...both(starts, (some, fontWeight) => [
        Plot.text(some, { ...text, x: () => 0, text: (row: Position) => place(row.at), dx: -leader - 4, textAnchor: "end", fontWeight: 600 }),
        ...(isNarrow ? [] : [Plot.text(some, { ...text, x: () => 0, text: name, dx: -leader - 28, textAnchor: "end", fontWeight })]),
      ]),
      ...both(ends, (some, fontWeight) => [
        Plot.text(some, { ...text, x: () => last, text: (row: Position) => place(row.at), dx: leader + 24, textAnchor: "end", fontWeight: 600 }),
        Plot.text(some, { ...text, x: () => last, text: name, lineWidth: (room - 46) / 11, dx: leader + 30, textAnchor: "start", fontWeight }),
      ]),
    ],
  };
}
