import type { ComponentChildren } from "preact";
import type { MeanDifference, Pair } from "../../api/comparison";
import { LaneChart } from "../../charts/LaneChart";
import type { Column } from "../../components/DataTable";
import { Figure } from "../../components/Figure";
import { share } from "../../words";
import { letterOf, signsOf } from "./selection";
import { ofEach, type Compared } from "./compared";
import { evidenceOf, type Behind } from "./evidence";
import { LettersKey } from "./Letter";

/** Something that holds in a share of the draws under each scenario. */
export interface Shared {
  id: string;
  name: string;
  take(pair: Pair): MeanDifference;
}

interface SharesFigureProps {
  compared: Compared;
  title: string;
  caption: ComponentChildren;
  name: string;
  of: readonly Shared[];
  behind: Behind;
}

interface Row {
  id: string;
  name: string;
  shares: readonly number[];
}

/** Shares of the draws, scenario by scenario. */
export function SharesFigure({ compared, title, caption, name, of, behind }: SharesFigureProps) {
  const { ids, scenarios, answer: { comparison } } = compared;
  const rows: Row[] = of.map(({ id, name, take }) => ({ id, name, shares: ofEach(comparison, ids, take) }));
  const columns: readonly Column<Row>[] = [
    { head: "What", value: (row) => row.name },
    ...ids.map((_, place) => ({ head: `Under ${letterOf(place)}`, value: (row: Row) => row.shares[place]!, shown: (row: Row) => share(row.shares[place]!) })),
  ];
  return (
    <Figure title={title} caption={caption} name={`${name}-${ids[0]}`} columns={columns} rows={rows} evidence={evidenceOf(compared, behind)}>
      <LettersKey titles={scenarios.map(({ scenario }) => scenario.title)} />
      <LaneChart
        signs={signsOf(scenarios.length)}
        rows={rows.map((row) => ({ id: row.id, name: row.name, lanes: row.shares.map((at) => ({ at, words: share(at) })) }))}
        domain={[0, 1]}
        ticks={5}
        tick={(value) => `${Math.round(value * 100)}\u00a0%`}
        label={`${title}: shares of the draws under each of ${ids.length} scenarios; the same numbers stand in the table below`}
      />
    </Figure>
  );
}
