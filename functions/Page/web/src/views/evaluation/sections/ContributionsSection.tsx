import { useMemo, useState } from "preact/hooks";
import * as addresses from "../../../api/addresses";
import type { SituationDocument } from "../../../api/situation";
import type { Impacts } from "../../../api/types";
import { Await } from "../../../components/Await";
import { Choice } from "../../../components/Choice";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import { Term } from "../../../components/Term";
import { linkWith, replace } from "../../../router";
import { baselines, points } from "../../../words";
import { againstOf, chooseAgainst } from "../against";
import { behindCell } from "../contributions/behind";
import { CellNote, CellSentence } from "../contributions/CellNote";
import { cellAt, gridOf, kinds, type Cell, type Grid, type Row } from "../contributions/grid";
import { HeatHeads, HeatKey, HeatMap } from "../contributions/HeatMap";
import type { SectionProps } from "../sections";
import { usePart } from "../usePart";
import { useSituation } from "../useSituation";

export function ContributionsSection(props: SectionProps) {
  const impacts = usePart<Impacts>(props.scenario, "impacts");
  const situation = useSituation(props.scenario);
  return (
    <Await of={impacts} what="the impacts" height={60}>
      {(read) => <Contributions {...props} impacts={read} situation={situation.body?.document} />}
    </Await>
  );
}

interface ContributionsProps extends SectionProps {
  impacts: Impacts;
  situation: SituationDocument | undefined;
}

function Contributions({ impacts, situation, scenario, inputs, route }: ContributionsProps) {
  const against = againstOf(route);
  const grid = useMemo(() => gridOf(impacts, against), [impacts, against]);
  const [looked, look] = useState<Cell>();
  const pinned = chosenIn(grid, route.query.get("cell"));
  const shown = pinned ?? looked ?? strongest(grid);
  const pin = (cell: Cell | undefined) => replace(linkWith(route, { cell: cell ? `${cell.stakeholder} ${cell.row}` : null }));
  const row = grid.rows.find((each) => each.key === shown.row)!;
  return (
    <Figure
      title={`Over what, against ${baselines[against]}`}
      caption={
        <>
          What each issue and effect adds to or takes from the mean <Term of="impact" /> on each stakeholder. Each column adds up to its impact, but for the rounding of what is shown. Point at a cell, or
          step through them by the arrow keys: what is behind it stands below. A click or Enter pins the cell, so that this stays; once more, or Escape, frees it.
        </>
      }
      name={`contributions-${against}-${scenario.id}`}
      columns={columnsOf(grid)}
      rows={[sum, ...grid.rows]}
      evidence={{ scenario, inputs, address: addresses.part(scenario.id, "impacts"), citations: [], judgements: (read) => behindCell(read, inputs, shown.stakeholder, row, against) }}
      tools={
        <div class="row screen-only">
          <Choice label="Against" options={baselines} value={against} choose={(value) => chooseAgainst(route, value)} />
        </div>
      }
    >
      <HeatKey />
      <div class="heat-top">
        <CellSentence grid={grid} stakeholder={shown.stakeholder} row={shown.row} />
        <HeatHeads grid={grid} />
      </div>
      <div onKeyDown={(event) => event.key === "Escape" && pinned && !document.querySelector(":popover-open") && pin(undefined)}>
        <HeatMap
          grid={grid}
          label={`Contributions to the impact on ${grid.columns.length} stakeholders; the same numbers stand in the table below`}
          pinned={pinned}
          look={look}
          pin={pin}
        />
        <div class="cell-note" tabIndex={0} role="region" aria-label="Behind the cell" aria-busy={!situation}>
          <Pinning name={`${columnOf(grid, shown).name}, ${row.name}`} unpin={pinned && (() => pin(undefined))} />
          {situation && <CellNote grid={grid} stakeholder={shown.stakeholder} row={shown.row} situation={situation} inputs={inputs} />}
        </div>
      </div>
    </Figure>
  );
}

/** Which cell the note is about, and whether it stays. */
function Pinning({ name, unpin }: { name: string; unpin: (() => void) | undefined }) {
  return (
    <p class="cell-pinning small">
      <span>
        {unpin && <strong>Pinned: </strong>}
        <span class="told">{name}</span>
        {!unpin && <span class="soft"> – a click on a cell, or Enter, pins it</span>}
      </span>
      {unpin && (
        <button
          type="button"
          class="button button-quiet screen-only"
          onClick={({ currentTarget }) => {
            // The button goes, and whoever pressed it goes on from the cell.
            currentTarget.closest("figure")?.querySelector<SVGElement>("[aria-pressed='true']")?.focus();
            unpin();
          }}
        >
          Unpin
        </button>
      )}
    </p>
  );
}

const columnOf = ({ columns }: Grid, cell: Cell) => columns.find(({ id }) => id === cell.stakeholder)!;

const strongest = ({ cells }: Grid) => cells.reduce((most, cell) => (Math.abs(cell.mean) > Math.abs(most.mean) ? cell : most));

function chosenIn(grid: Grid, named: string | null): Cell | undefined {
  const [stakeholder, ...row] = named?.split(" ") ?? [];
  return stakeholder ? cellAt(grid, stakeholder, row.join(" ")) : undefined;
}

const sum: Row = { key: "sum", kind: "", id: "", name: "Impact: the sum" };

/** A row for each of the grid's, after one for the sums. */
function columnsOf(grid: Grid): Column<Row>[] {
  return [
    { head: "What moves it", value: (row) => row.name },
    { head: "Kind", value: (row) => kinds[row.kind] ?? "" },
    ...grid.columns.map((column): Column<Row> => {
      const valueIn = (row: Row) => (row === sum ? column.impact : cellAt(grid, column.id, row.key)?.mean);
      return { head: column.name, value: (row) => valueIn(row) ?? "", shown: (row) => (valueIn(row) === undefined ? "" : points(valueIn(row)!)) };
    }),
  ];
}
