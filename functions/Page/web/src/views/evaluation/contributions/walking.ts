// One cell of the heat map is in the tab order; the arrow keys step to the next one that way.
import { points } from "../../../words";
import type { Cell, Grid } from "./grid";

const steps: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param shapes Of the grid's cells, in their order. */
export function walk(shapes: readonly SVGElement[], grid: Grid, look: (cell: Cell) => void, choose: (cell: Cell) => void): void {
  const columns = new Map(grid.columns.map((column, at) => [column.id, { at, name: column.name }]));
  const rows = new Map(grid.rows.map((row, at) => [row.key, { at, name: row.name }]));
  const place = ({ stakeholder, row }: Cell) => [columns.get(stakeholder)!.at, rows.get(row)!.at] as const;
  const shapeAt = new Map(grid.cells.map((cell, at) => [place(cell).join(), shapes[at]!]));

  grid.cells.forEach((cell, at) => {
    const shape = shapes[at]!;
    shape.setAttribute("role", "button");
    shape.setAttribute("tabindex", at === 0 ? "0" : "-1");
    shape.setAttribute("aria-label", `${columns.get(cell.stakeholder)!.name}, ${rows.get(cell.row)!.name}: ${points(cell.mean)} points`);
    shape.addEventListener("pointerenter", () => look(cell));
    shape.addEventListener("focus", () => look(cell));
    shape.addEventListener("click", () => choose(cell));
    shape.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") choose(cell);
      const next = steps[event.key] && neighbour(place(cell), steps[event.key]!);
      if (next) {
        shape.setAttribute("tabindex", "-1");
        next.setAttribute("tabindex", "0");
        next.focus();
      }
      if (steps[event.key] || event.key === " ") event.preventDefault();
    });
  });

  /** The next cell that there is in a direction: not everything moves everybody. */
  function neighbour([x, y]: readonly [number, number], [right, down]: readonly [number, number]): SVGElement | undefined {
    for (let [at, line] = [x + right, y + down]; at >= 0 && at < columns.size && line >= 0 && line < rows.size; at += right, line += down) {
      const found = shapeAt.get([at, line].join());
      if (found) return found;
    }
    return undefined;
  }
}

/** The pinned cell is a button that is pressed. */
export function markPinned(shapes: readonly SVGElement[], { cells }: Grid, pinned: Cell | undefined): void {
  shapes.forEach((shape, at) => shape.setAttribute("aria-pressed", `${cells[at] === pinned}`));
}
