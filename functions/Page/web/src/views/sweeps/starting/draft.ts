// A sweep as it is being put together.
import type { SweepDocument, SweepOutput, Varied, Wants } from "../../../api/sweep";
import type { Inputs } from "../../../api/types";

export interface VariedDraft {
  kind: "range" | "list";
  low: string;
  high: string;
  steps: string;
  list: string;
}

export interface OutputDraft {
  /** What it is of: impact, acceptance, effect … */
  kind: OutputKind;
  of: string;
  wants: Wants;
  /** Where failing begins; empty for the usual place. */
  fails: string;
}

export type OutputKind = "impact" | "statusQuoImpact" | "acceptance" | "effect" | "survival" | "subordination";

export interface Draft {
  title: string;
  varied: Record<string, VariedDraft>;
  design: "grid" | "latinHypercube";
  size: string;
  draws: string;
  outputs: readonly OutputDraft[];
}

export const fullRange: VariedDraft = { kind: "range", low: "0", high: "100", steps: "5", list: "0, 25, 50, 75, 100" };
export const mostOutputs = 6;

export function draftOf(base: Inputs, vetoes: readonly string[]): Draft {
  const impacts = vetoes.slice(0, 3).map((of): OutputDraft => ({ kind: "impact", of, wants: "more", fails: "" }));
  return {
    title: `Variants of ${base.title}`.slice(0, 200),
    varied: {},
    design: "grid",
    size: "500",
    draws: "1000",
    outputs: [{ kind: "acceptance", of: "joint", wants: "more", fails: "" }, ...impacts],
  };
}

export function documentOf(draft: Draft, base: Inputs): SweepDocument {
  return {
    schemaVersion: 1,
    title: draft.title,
    base,
    vary: Object.fromEntries(Object.entries(draft.varied).map(([issue, varied]) => [issue, valuesOf(varied)])),
    design: draft.design === "grid" ? { grid: true } : { latinHypercube: { size: numberOf(draft.size) } },
    draws: numberOf(draft.draws),
    outputs: draft.outputs.map(outputOf),
  };
}

function valuesOf({ kind, low, high, steps, list }: VariedDraft): Varied {
  if (kind === "list") return list.split(/[,;\s]+/).filter(Boolean).map(numberOf);
  return { low: numberOf(low), high: numberOf(high), ...(steps.trim() !== "" && { steps: numberOf(steps) }) };
}

function outputOf({ kind, of, wants, fails }: OutputDraft): SweepOutput {
  const limit = fails.trim() === "" ? {} : { fails: wants === "more" ? { below: numberOf(fails) } : { above: numberOf(fails) } };
  return { ...quantityOf(kind, of), wants, ...limit };
}

function quantityOf(kind: OutputKind, of: string): SweepOutput {
  switch (kind) {
    case "impact":
      return { impact: of };
    case "statusQuoImpact":
      return { impact: of, against: "statusQuo" };
    case "acceptance":
      return { acceptance: of };
    case "effect":
      return { effect: of };
    case "survival":
      return { survival: numberOf(of) };
    case "subordination":
      return { subordination: true };
  }
}

// What is no number is sent as it is, so that the interface says what is wrong with it, and where.
function numberOf(text: string): number {
  const value = Number(text);
  return text.trim() !== "" && Number.isFinite(value) ? value : (text as unknown as number);
}
