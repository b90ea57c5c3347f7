// Stakeholders beside what moves their impact: issues, interactions, effects and others' outcomes.
import type { Baseline, Impacts } from "../../../api/types";

export interface Column {
  id: string;
  name: string;
  /** The mean impact, to which the column's cells add up. */
  impact: number;
}

export interface Row {
  key: string;
  kind: string;
  id: string;
  name: string;
}

export interface Cell {
  stakeholder: string;
  row: string;
  mean: number;
  error: number;
}

export interface Grid {
  against: Baseline;
  columns: readonly Column[];
  rows: readonly Row[];
  cells: readonly Cell[];
}

export const kinds: Record<string, string> = { issue: "Issues", interaction: "Issues taken together", effect: "What follows", outcome: "How others fare" };

/** Rows by kind, within one those first that move most. */
export function gridOf(impacts: Impacts, against: Baseline): Grid {
  const rows = new Map<string, Row>();
  const weight = new Map<string, number>();
  const cells: Cell[] = [];
  for (const [stakeholder, impact] of Object.entries(impacts)) {
    for (const { kind, id, name, mean } of impact[against].contributions) {
      const key = `${kind} ${id} ${name}`;
      rows.set(key, { key, kind, id, name });
      weight.set(key, (weight.get(key) ?? 0) + Math.abs(mean.value));
      cells.push({ stakeholder, row: key, mean: mean.value, error: mean.standardError });
    }
  }
  const order = Object.keys(kinds);
  return {
    against,
    columns: Object.entries(impacts).map(([id, impact]) => ({ id, name: impact.name, impact: impact[against].mean.value })),
    rows: [...rows.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || weight.get(b.key)! - weight.get(a.key)!),
    cells,
  };
}

export const cellAt = ({ cells }: Grid, stakeholder: string, row: string): Cell | undefined =>
  cells.find((cell) => cell.stakeholder === stakeholder && cell.row === row);
