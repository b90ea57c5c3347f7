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
import type { SectionProps } from "../sections";

interface Position {
  actor: string;
  name: string;
  turn: number;
  at: number;
}

interface RoundsProps extends SectionProps {
  bargaining: Bargaining;
  situation: SituationDocument;
}

/** Who stands where, round by round, in the Spatial Model of Politics. */
export function RoundsFigure({ bargaining, situation, scenario, inputs, route }: RoundsProps) {
  const issues = Object.keys(bargaining.spreads);
  const named = route.query.get("issue") ?? "";
  const issue = issues.includes(named) ? named : issues[0]!;
  const scale = situation.issues[issue]!;
  const rows = positionsOn(bargaining, issues.indexOf(issue));
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
          Positions in the <Term of="Spatial Model of Politics" />, with every judgement at its likeliest: from the ideals in round 0 to where nobody moves any more.
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
        </div>
      }
    >
      <PlotChart
        label={`Positions on “${scale.name}” over ${bargaining.rounds.length} rounds; the same numbers stand in the table below`}
        of={[bargaining, issue]}
        height={(width) => layout(rows, width).height}
        draw={(width) => options(rows, bargaining.rounds.length - 1, width)}
      />
      <p class="small soft told">
        0: {scale.anchors[0]!.text}. 100: {scale.anchors.at(-1)!.text}.
      </p>
    </Figure>
  );
}

function positionsOn({ rounds, actors }: Bargaining, issue: number): Position[] {
  return Object.entries(actors).flatMap(([actor, { name }]) => rounds.map((round) => ({ actor, name, turn: round.turn, at: round.actors[actor]!.positions[issue]! })));
}

const [marginTop, marginBottom] = [16, 28];

/** High enough for the names of all beside each other's ends; on a phone each has two lines. */
function layout(rows: readonly Position[], width: number) {
  const isNarrow = width < 620;
  const [room, lines, step] = isNarrow ? [152, 2, 28] : [280, 1, 15];
  const inner = Math.max(296, rows.filter((row) => row.turn === 0).length * step);
  return { isNarrow, room, lines, step, inner, height: inner + marginTop + marginBottom };
}

function options(rows: readonly Position[], last: number, width: number): Plot.PlotOptions {
  const { isNarrow, room, lines, step, inner } = layout(rows, width);
  const ends = rows.filter((row) => row.turn === last);
  const places = spread(ends.map((row) => (1 - row.at / 100) * inner), step, 0, inner);
  const labels = ends.map((row, at) => ({ ...row, label: 100 * (1 - places[at]! / inner) }));
  return {
    marginTop,
    marginBottom,
    marginLeft: 34,
    marginRight: room,
    x: { domain: [0, Math.max(1, last)], label: null, tickSize: 0, ticks: Math.min(Math.max(1, last), isNarrow ? 4 : 10), tickFormat: (turn: number) => (Number.isInteger(turn) ? `${turn}` : "") },
    y: { domain: [0, 100], label: null, tickSize: 0, ticks: 5 },
    marks: [
      Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1, ticks: 5 }),
      Plot.line(rows, { x: "turn", y: "at", z: "actor", stroke: "var(--accent)", strokeOpacity: 0.75, strokeWidth: 1.8 }),
      Plot.dot(rows, { x: "turn", y: "at", r: 2.6, fill: "var(--accent)" }),
      Plot.text(labels, { x: () => last, y: "label", text: (row: Position) => place(row.at), dx: 26, textAnchor: "end", fontSize: 11.5, fontWeight: 600, fill: "var(--ink)" }),
      Plot.text(labels, { x: () => last, y: "label", text: (row: Position) => fitting(row.name, (room - 32) / 5.7, lines), lineWidth: (room - 32) / 11, dx: 32, textAnchor: "start", fontSize: 11, fill: "var(--ink)" }),
    ],
  };
}
