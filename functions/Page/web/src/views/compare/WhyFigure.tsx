import type { ContributionDifference } from "../../api/comparison";
import type { Column } from "../../components/DataTable";
import { Figure } from "../../components/Figure";
import { Select } from "../../components/Select";
import type { Judgement } from "../../judgements";
import { linkWith, replace } from "../../router";
import { baselines, points } from "../../words";
import { letterOf } from "./selection";
import type { ComparedPair } from "./compared";
import { DifferenceChart, type Difference } from "./DifferenceChart";
import { evidenceOf } from "./evidence";
import { behindCell } from "../evaluation/contributions/behind";
import { againstOf } from "./StandingFigure";

interface Row extends Difference {
  kind: string;
}

const kinds: Record<string, string> = { issue: "term", interaction: "two terms together", effect: "what follows", outcome: "how others fare" };
const shown = 10;

const columns: readonly Column<Row>[] = [
  { head: "Through", value: (row) => row.name },
  { head: "Kind", value: (row) => row.kind },
  { head: "Difference", value: (row) => row.mean, shown: (row) => points(row.mean) },
];

/** Which terms and effects make the difference for one stakeholder; together they are all of it. */
export function WhyFigure(compared: ComparedPair) {
  const { pair, first, second, route } = compared;
  const against = againstOf(route);
  const stakeholders = Object.entries(pair.impacts);
  const who = pair.impacts[route.query.get("who") ?? ""] ? route.query.get("who")! : stakeholders[0]![0];
  const impact = pair.impacts[who]!;
  const rows = rowsOf(impact[against].contributions);
  const [a, b] = [letterOf(first), letterOf(second)];
  const sides = { first, second, more: "better off" };
  return (
    <Figure
      title={`What makes the difference for ${impact.name}`}
      caption={`Points by which ${a} is better than ${b} through each term and effect, on average, against ${baselines[against]}. They add up to ${points(impact[against].difference.value)}.`}
      name={`compare-why-${who}-${a}${b}-${against}-${pair.first}`}
      columns={columns}
      rows={rows}
      evidence={evidenceOf(compared, { judgements: (situation, inputs) => impact[against].contributions.flatMap((each) => behindCell(situation, inputs, who, each).filter(isOfSituation)) })}
      tools={
        <div class="one-field screen-only">
          <Select label="Stakeholder" options={stakeholders.map(([id, { name }]) => [id, name] as const)} value={who} choose={(value) => replace(linkWith(route, { who: value }))} />
        </div>
      }
    >
      <DifferenceChart rows={rows} sides={sides} format={points} label={`What the difference for ${impact.name} is made of, in points; the same numbers stand in the table below`} />
    </Figure>
  );
}

function rowsOf(contributions: readonly ContributionDifference[]): Row[] {
  const all = contributions
    .map(({ kind, id, name, difference }) => ({ id: `${kind} ${id}`, name, kind: kinds[kind] ?? kind, mean: difference.value }))
    .filter((row) => row.mean !== 0)
    .sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean));
  const rest = all.slice(shown);
  const largest = all.slice(0, shown).sort((a, b) => b.mean - a.mean);
  if (rest.length === 0) return largest;
  return [...largest, { id: "rest", name: `${rest.length} others together`, kind: "", mean: rest.reduce((sum, row) => sum + row.mean, 0) }];
}

// The terms are told by their issues' names already.
const isOfSituation = ({ pointer }: Judgement) => pointer.startsWith("/stakeholders/");
