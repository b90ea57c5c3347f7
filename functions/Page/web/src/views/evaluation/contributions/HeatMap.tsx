import * as Plot from "@observablehq/plot";
import { useLayoutEffect, useRef } from "preact/hooks";
import { PlotChart } from "../../../charts/PlotChart";
import { fitting } from "../../../charts/labels";
import { points } from "../../../words";
import { kinds, type Cell, type Grid, type Row } from "./grid";
import { markPinned, walk } from "./walking";

interface HeatMapProps {
  grid: Grid;
  label: string;
  pinned: Cell | undefined;
  /** A cell is pointed at or stepped on. */
  look(cell: Cell): void;
  /** A cell is to stay; none where the one that does is let go. */
  pin(cell: Cell | undefined): void;
}

const sum = "sum";
const narrow = 620;
const names = 310;
const marks = "heat-cell";

/** Blue adds to a stakeholder's impact, orange takes from it, and every cell has its number. */
export function HeatMap({ grid, label, pinned, look, pin }: HeatMapProps) {
  const place = useRef<HTMLDivElement>(null);
  // The chart is not drawn again when a cell is pinned: it would lose its focus.
  const choose = useRef((_: Cell) => {});
  choose.current = (cell) => pin(cell === pinned ? undefined : cell);
  const shapesIn = (chart: Element) => [...chart.querySelectorAll<SVGElement>(`.${marks} rect`)];
  const enliven = (chart: Element) => {
    walk(shapesIn(chart), grid, look, (cell) => choose.current(cell));
    markPinned(shapesIn(chart), grid, pinned);
  };
  useLayoutEffect(() => markPinned(shapesIn(place.current!), grid, pinned), [grid, pinned]);
  return (
    <div ref={place}>
      <PlotChart label={label} of={[grid]} height={(width) => head(grid, width) + (grid.rows.length + 1) * rowHeight(width)} draw={(width) => options(grid, width)} enliven={enliven} />
    </div>
  );
}

/** The heads a second time, over those of the map, to stay in sight while one scrolls down. */
export function HeatHeads({ grid }: { grid: Grid }) {
  return (
    <div class="heat-heads screen-only" aria-hidden="true">
      <PlotChart label="" of={[grid]} height={(width) => head(grid, width)} draw={(width) => ({ ...sides(width), marginTop: head(grid, width), x: columnsOf(grid), marks: [heads(grid, width)] })} />
    </div>
  );
}

const rowHeight = (width: number) => (width < narrow ? 50 : 27);
const sizeOf = ({ columns }: Grid, width: number) => (width - (width < narrow ? 0 : names)) / columns.length;

/** Whether a word of a name is wider than its column: then the names stand upright. */
const isTight = (grid: Grid, width: number) => grid.columns.some(({ name }) => name.split(/\s+/).some((word) => word.length > sizeOf(grid, width) / 5.6));
const head = (grid: Grid, width: number) => (isTight(grid, width) ? 132 : 84);

const columnsOf = ({ columns }: Grid): Plot.ScaleOptions => ({ type: "band", domain: columns.map((column) => column.id), axis: null, paddingInner: 0 });
const sides = (width: number) => ({ marginLeft: width < narrow ? 0 : names, marginRight: 0, marginBottom: 0 });

/** The names of the stakeholders, at the top of whatever they are drawn in. */
function heads(grid: Grid, width: number) {
  const size = sizeOf(grid, width);
  const room = head(grid, width) - 8;
  return Plot.text(grid.columns, {
    x: "id", frameAnchor: "top", fill: "var(--ink-soft)", fontSize: 11,
    ...(isTight(grid, width)
      ? { text: (column) => fitting(column.name, room / 5.8, 2), rotate: -90, textAnchor: "start", dy: -6, lineWidth: room / 11 }
      : { text: (column) => fitting(column.name, size / 5.6), lineAnchor: "bottom", dy: -8, lineWidth: size / 11.5 }),
  });
}

function options(grid: Grid, width: number): Plot.PlotOptions {
  const { columns, rows, cells } = grid;
  const isNarrow = width < narrow;
  const left = sides(width).marginLeft;
  const size = sizeOf(grid, width);
  const reach = Math.max(...cells.map((cell) => Math.abs(cell.mean)), 1);
  const top = isNarrow ? 28 : 1;
  const text = { fontSize: size < 30 ? 9 : isNarrow ? 10 : 12, fontVariant: "tabular-nums" as const, fill: "var(--ink)", dy: isNarrow ? top / 2 : 0 };
  const room = isNarrow ? width : names;
  const name = { frameAnchor: "left" as const, textAnchor: "start" as const, dx: -left, dy: isNarrow ? -11 : 0, fill: "var(--ink)", fontSize: 11.5, lineWidth: (room - 8) / 11.5 };
  const fit = (text: string) => fitting(text, (room - 8) / 5.6, 2);
  return {
    ...sides(width),
    marginTop: head(grid, width),
    x: columnsOf(grid),
    y: { domain: [sum, ...rows.map((row) => row.key)], axis: null, paddingInner: 0 },
    marks: [
      Plot.cell(cells, { x: "stakeholder", y: "row", fill: tone, fillOpacity: (cell: Cell) => strength(cell.mean / reach), className: marks, insetTop: top, inset: 1, rx: 2 }),
      Plot.text(cells, { x: "stakeholder", y: "row", text: (cell: Cell) => short(cell.mean, size), ...text }),
      Plot.cell(columns, { x: "id", y: () => sum, fill: "none", stroke: "var(--line-strong)", insetTop: top, inset: 1.5, rx: 2 }),
      Plot.text(columns, { x: "id", y: () => sum, text: (column) => short(column.impact, size), ...text, fontWeight: 700 }),
      Plot.text([sum], { y: () => sum, text: () => "Impact: the sum", ...name, fontWeight: 700 }),
      Plot.text(rows, { y: "key", text: (row: Row) => fit(`${kindSign[row.kind] ?? ""}${row.name}`), ...name }),
      heads(grid, width),
    ],
  };
}

const kindSign: Record<string, string> = { interaction: "⊗ ", effect: "→ ", outcome: "⇄ " };

const tone = (cell: Cell) => (cell.mean < 0 ? "var(--worse)" : "var(--better)");

// As strong as lets the numbers be read on it in either theme.
const strength = (share: number) => Math.abs(share) ** 0.7 * 0.5;

/** Without decimals where there is no room for them. */
const short = (value: number, size: number) => (size < 22 ? points(Math.round(value)).replace(/\.0$/, "") : points(value));

export function HeatKey() {
  return (
    <ul class="key">
      <Entry tone="better" words="adds to the impact" />
      <Entry tone="worse" words="takes from it" />
      {Object.entries(kindSign).map(([kind, sign]) => (
        <li key={kind}>
          <span aria-hidden="true">{sign}</span> {kinds[kind]!.toLowerCase()}
        </li>
      ))}
    </ul>
  );
}

function Entry({ tone, words }: { tone: "better" | "worse"; words: string }) {
  return (
    <li>
      <svg viewBox="0 0 30 14" aria-hidden="true">
        <path d="M0 2h15v10H0z" fill={`var(--${tone})`} fill-opacity="0.2" />
        <path d="M15 2h15v10H15z" fill={`var(--${tone})`} fill-opacity="0.5" />
      </svg>
      {words}
    </li>
  );
}
