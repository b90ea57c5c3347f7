import * as addresses from "../../api/addresses";
import type { Baseline, Impacts } from "../../api/types";
import { termsBehind } from "../../behind";
import { Choice } from "../../components/Choice";
import type { Column } from "../../components/DataTable";
import { Figure } from "../../components/Figure";
import { Term } from "../../components/Term";
import { partsIn } from "../../ratifying";
import { baselines, points, shareOrNone } from "../../words";
import { againstOf, chooseAgainst } from "./against";
import { BaselineMeaning } from "./BaselineMeaning";
import { IntervalChart, IntervalKey, type Interval } from "./IntervalChart";
import type { SectionProps } from "./sections";
import { useSituation } from "./useSituation";

interface ImpactsFigureProps extends SectionProps {
  impacts: Impacts;
  citations: readonly string[];
}

const columnsFor = (partOf: ReturnType<typeof partsIn>): readonly Column<Interval>[] => [
  { head: "Stakeholder", value: (row) => row.name },
  { head: "Role", value: (row) => partOf(row.id, row.role) },
  { head: "Mean", value: (row) => row.mean, shown: (row) => points(row.mean) },
  { head: "Low (10 %)", value: (row) => row.low, shown: (row) => points(row.low) },
  { head: "High (90 %)", value: (row) => row.high, shown: (row) => points(row.high) },
  { head: "Better off in", value: (row) => row.gain, shown: (row) => shareOrNone(row.gain) },
  { head: "Sampling error of the mean", value: (row) => row.error, shown: (row) => row.error.toFixed(3) },
];

/** Who would be better or worse off than without the deal, and how sure that is. */
export function ImpactsFigure({ impacts, citations, scenario, inputs, route }: ImpactsFigureProps) {
  const against = againstOf(route);
  const rows = intervalsOf(impacts, against);
  return (
    <Figure
      title={`Who gains and who loses, against ${baselines[against]}`}
      caption={
        <>
          Points of each <Term of="stakeholder">stakeholder's</Term> own scale. The dot is the <Term of="mean" />; the bar holds{" "}
          <Term of="interval">eight of ten draws</Term>.
        </>
      }
      name={`impacts-${against}-${scenario.id}`}
      columns={columnsFor(partsIn(useSituation(scenario).body?.document))}
      rows={rows}
      evidence={{
        scenario,
        inputs,
        address: addresses.part(scenario.id, "impacts"),
        citations,
        judgements: (situation) => termsBehind(situation, inputs),
      }}
      tools={
        <div class="stack-s screen-only">
          <Choice label="Against" options={baselines} value={against} choose={(value) => chooseAgainst(route, value)} />
          <BaselineMeaning against={against} scenario={scenario} inputs={inputs} />
        </div>
      }
    >
      <IntervalKey />
      <IntervalChart rows={rows} label={`Impact on ${rows.length} stakeholders against ${baselines[against]}, in points; the same numbers stand in the table below`} />
    </Figure>
  );
}

export function intervalsOf(impacts: Impacts, against: Baseline): Interval[] {
  return Object.entries(impacts)
    .map(([id, { name, role, [against]: outcome }]) => ({
      id,
      name,
      role,
      mean: outcome.mean.value,
      low: outcome.low80.value,
      high: outcome.high80.value,
      gain: outcome.probabilityOfGain.value,
      error: outcome.mean.standardError,
    }))
    .sort((a, b) => b.mean - a.mean);
}
