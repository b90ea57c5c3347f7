import type { Column } from "../../components/DataTable";
import { Figure } from "../../components/Figure";
import { Term } from "../../components/Term";
import { partsIn } from "../../ratifying";
import { baselines, points, shareOrNone } from "../../words";
import { letterOf } from "./selection";
import type { ComparedPair } from "./compared";
import { DifferenceChart, DifferenceKey, type Difference } from "./DifferenceChart";
import { evidenceOf, wishesOf } from "./evidence";
import { areTurned } from "./reversed";
import { againstOf } from "./StandingFigure";

interface Row extends Difference {
  role: string;
  first: number;
  second: number;
  low: number;
  high: number;
  higher: number;
  error: number;
  turned: string;
}

/** For whom one is better than the other, and how sure that is. */
export function ImpactsFigure(compared: ComparedPair) {
  const { pair, first, second, situation, route } = compared;
  const partOf = partsIn(situation);
  const against = againstOf(route);
  const sides = { first, second, more: "better off" };
  const turned = areTurned(compared);
  const rows: Row[] = Object.entries(pair.impacts)
    .map(([id, { name, role, [against]: impact }]) => ({
      id,
      name: turned.has(id) ? `${name} ⇄` : name,
      role: partOf(id, role),
      first: impact.first.value,
      second: impact.second.value,
      mean: impact.difference.value,
      low: impact.low80.value,
      high: impact.high80.value,
      higher: impact.probabilityHigher.value,
      error: impact.difference.standardError,
      turned: turned.has(id) ? "depends on how one looks" : "",
    }))
    .sort((a, b) => b.mean - a.mean);
  const [a, b] = [letterOf(first), letterOf(second)];
  const columns: readonly Column<Row>[] = [
    { head: "Stakeholder", value: (row) => row.name.replace(" ⇄", "") },
    { head: "Role", value: (row) => row.role },
    { head: `Mean under ${a}`, value: (row) => row.first, shown: (row) => points(row.first) },
    { head: `Mean under ${b}`, value: (row) => row.second, shown: (row) => points(row.second) },
    { head: `${a} less ${b}`, value: (row) => row.mean, shown: (row) => points(row.mean) },
    { head: "Low (10 %)", value: (row) => row.low, shown: (row) => points(row.low) },
    { head: "High (90 %)", value: (row) => row.high, shown: (row) => points(row.high) },
    { head: `Better under ${a} in`, value: (row) => row.higher, shown: (row) => shareOrNone(row.higher) },
    { head: "Sampling error of the difference", value: (row) => row.error, shown: (row) => row.error.toFixed(3) },
    { head: "Order", value: (row) => row.turned },
  ];
  return (
    <Figure
      title={`For whom ${a} is better than ${b}, against ${baselines[against]}`}
      caption={
        <>
          Points of each stakeholder's own scale. The dot is the <Term of="mean" /> of the differences; the bar holds <Term of="interval">eight of ten draws</Term>.
          {turned.size > 0 && " ⇄: which of the two is better depends on how one looks, see the reversals below."}
        </>
      }
      name={`compare-impacts-${a}${b}-${against}-${pair.first}`}
      columns={columns}
      rows={rows}
      evidence={evidenceOf(compared, { citations: wishesOf(compared) })}
    >
      <DifferenceKey sides={sides} />
      <DifferenceChart
        rows={rows}
        sides={sides}
        format={points}
        label={`Difference of the impacts on ${rows.length} stakeholders, ${a} less ${b}, in points; the same numbers stand in the table below`}
      />
    </Figure>
  );
}
