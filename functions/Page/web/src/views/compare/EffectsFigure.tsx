import type { Length } from "../../api/comparison";
import { linksBehind } from "../../behind";
import { Choice } from "../../components/Choice";
import type { Column } from "../../components/DataTable";
import { Figure } from "../../components/Figure";
import { Term } from "../../components/Term";
import { linkWith, replace } from "../../router";
import { shareOrNone, signed } from "../../words";
import { letterOf } from "./selection";
import type { ComparedPair } from "./compared";
import { DifferenceChart, DifferenceKey, type Difference } from "./DifferenceChart";
import { evidenceOf } from "./evidence";

interface Row extends Difference {
  first: number;
  second: number;
  low: number;
  high: number;
  higher: number;
}

const level = (value: number) => signed(value, 2);

/** What follows more under the one than under the other. */
export function EffectsFigure(compared: ComparedPair) {
  const { pair, first, second, route, answer: { comparison } } = compared;
  const length: Length = route.query.get("after") === "short" ? "short" : "long";
  const years = length === "short" ? comparison.shortHorizon : comparison.horizon;
  const sides = { first, second, more: "more" };
  const [a, b] = [letterOf(first), letterOf(second)];
  const rows: Row[] = Object.entries(pair.effects)
    .map(([id, { name, [length]: effect }]) => ({
      id,
      name,
      first: effect.first.value,
      second: effect.second.value,
      mean: effect.difference.value,
      low: effect.low80.value,
      high: effect.high80.value,
      higher: effect.probabilityHigher.value,
    }))
    .sort((x, y) => y.mean - x.mean);
  if (rows.length === 0) return null;
  const columns: readonly Column<Row>[] = [
    { head: "Effect", value: (row) => row.name },
    { head: `Level under ${a}`, value: (row) => row.first, shown: (row) => level(row.first) },
    { head: `Level under ${b}`, value: (row) => row.second, shown: (row) => level(row.second) },
    { head: `${a} less ${b}`, value: (row) => row.mean, shown: (row) => level(row.mean) },
    { head: "Low (10 %)", value: (row) => row.low, shown: (row) => level(row.low) },
    { head: "High (90 %)", value: (row) => row.high, shown: (row) => level(row.high) },
    { head: `More under ${a} in`, value: (row) => row.higher, shown: (row) => shareOrNone(row.higher) },
  ];
  const options = { short: `${comparison.shortHorizon} years`, long: `${comparison.horizon} years` };
  return (
    <Figure
      title={`What follows more under ${a}, what under ${b}, after ${years} years`}
      caption={
        <>
          Differences of level; a level lies between −1 and +1, and 0 is what the <Term of="status quo" /> brings. The bar holds{" "}
          <Term of="interval">eight of ten draws</Term>.
        </>
      }
      name={`compare-effects-${a}${b}-${length}-${pair.first}`}
      columns={columns}
      rows={rows}
      evidence={evidenceOf(compared, { judgements: linksBehind })}
      tools={
        <div class="row screen-only">
          <Choice label="After" options={options} value={length} choose={(value) => replace(linkWith(route, { after: value === "long" ? null : value }))} />
        </div>
      }
    >
      <DifferenceKey sides={sides} />
      <DifferenceChart rows={rows} sides={sides} format={level} label={`Difference of ${rows.length} effects after ${years} years, ${a} less ${b}; the same numbers stand in the table below`} />
    </Figure>
  );
}
