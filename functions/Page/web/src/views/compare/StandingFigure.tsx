import type { Baseline } from "../../api/types";
import { Choice } from "../../components/Choice";
import { LaneChart } from "../../charts/LaneChart";
import type { Column } from "../../components/DataTable";
import { Figure } from "../../components/Figure";
import { Term } from "../../components/Term";
import { partsIn } from "../../ratifying";
import { linkWith, replace, type Route } from "../../router";
import { baselines, points } from "../../words";
import { letterOf, signsOf } from "./selection";
import { ofEach, type Compared } from "./compared";
import { evidenceOf, wishesOf } from "./evidence";
import { LettersKey } from "./Letter";

interface Row {
  id: string;
  name: string;
  role: string;
  means: readonly number[];
  order: string;
}

export const againstOf = (route: Route): Baseline => (route.query.get("against") === "statusQuo" ? "statusQuo" : "noDeal");

/** How each stakeholder fares under each scenario. */
export function StandingFigure(compared: Compared) {
  const { ids, scenarios, situation, answer: { comparison }, route } = compared;
  const partOf = partsIn(situation);
  const against = againstOf(route);
  const rows: Row[] = Object.entries(comparison.orders).map(([id, { name, role, order, decided }]) => ({
    id,
    name,
    role: partOf(id, role),
    means: ofEach(comparison, ids, (pair) => pair.impacts[id]![against]),
    order: `${order.map((each) => letterOf(ids.indexOf(each))).join(", ")}${decided ? "" : " (by less than sampling error in places)"}`,
  }));
  const columns: readonly Column<Row>[] = [
    { head: "Stakeholder", value: (row) => row.name },
    { head: "Role", value: (row) => row.role },
    ...ids.map((_, place) => ({ head: `Mean under ${letterOf(place)}`, value: (row: Row) => row.means[place]!, shown: (row: Row) => points(row.means[place]!) })),
    { head: "From best to worst, against no deal", value: (row) => row.order },
  ];
  const reach = Math.max(...rows.flatMap(({ means }) => means.map(Math.abs)), 1) * 1.15;
  return (
    <Figure
      title={`How everyone fares under each, against ${baselines[against]}`}
      caption={
        <>
          The <Term of="mean" /> <Term of="impact" />, in points of each <Term of="stakeholder">stakeholder's</Term> own scale: to the right of 0 better off, to the
          left worse off.
        </>
      }
      name={`compare-means-${against}-${ids[0]}`}
      columns={columns}
      rows={rows}
      evidence={evidenceOf(compared, { citations: wishesOf(compared) })}
      tools={
        <div class="row screen-only">
          <Choice label="Against" options={baselines} value={against} choose={(value) => replace(linkWith(route, { against: value === "noDeal" ? null : value }))} />
        </div>
      }
    >
      <LettersKey titles={scenarios.map(({ scenario }) => scenario.title)} />
      <LaneChart
        signs={signsOf(ids.length)}
        rows={rows.map(({ id, name, means }) => ({ id, name, lanes: means.map((at) => ({ at, words: points(at) })) }))}
        domain={[-reach, reach]}
        ticks={9}
        tick={(value) => points(value).replace(".0", "")}
        label={`Mean impact on ${rows.length} stakeholders under each of ${ids.length} scenarios, in points; the same numbers stand in the table below`}
      />
    </Figure>
  );
}
