// What differs between scenarios: shared/Contracts/README.md. Every difference is the first scenario minus the second.
import type { Unanswered } from "./report";
import type { Baseline, Estimate, Role } from "./types";

export interface MeanDifference {
  first: Estimate;
  second: Estimate;
  difference: Estimate;
}

export interface SpreadDifference extends MeanDifference {
  median: Estimate;
  low80: Estimate;
  high80: Estimate;
  probabilityHigher: Estimate;
  probabilityEqual: Estimate;
  probabilityLower: Estimate;
}

export interface ContributionDifference extends MeanDifference {
  kind: string;
  id: string;
  name: string;
}

export interface ImpactDifference extends SpreadDifference {
  contributions: readonly ContributionDifference[];
}

export interface ComparedImpact extends Record<Baseline, ImpactDifference> {
  name: string;
  role: Role;
  reasons: readonly string[];
}

export type ComparedAcceptance = MeanDifference & { name: string; role: Role };
export type ComparedEffect = Record<Length, SpreadDifference> & { name: string };
export type Length = "short" | "long";
export type Verdict = "reversed" | "undecided";

/** Two stakeholders of whom one gains more under the first scenario and the other under the second. */
export interface PlacesReversal {
  one: string;
  other: string;
  baseline: Baseline;
  underFirst: Estimate;
  underSecond: Estimate;
  verdict: Verdict;
  text: string;
}

/** Two scenarios whose order for a stakeholder depends on how one looks. */
export interface OrderReversal {
  first: string;
  second: string;
  dependsOn: "baseline" | "horizon" | "figure";
  verdict: Verdict;
  text: string;
}

export interface ComparedMeasures {
  outcomePair: Record<"short" | "long" | "both" | "shortOnly" | "longOnly" | "neither", MeanDifference> | Unanswered;
  subordination: SpreadDifference | Unanswered;
  legality: { tests: Record<string, MeanDifference & { name: string }> } | Unanswered;
}

export interface Pair {
  first: string;
  second: string;
  impacts: Record<string, ComparedImpact>;
  acceptance: { joint: MeanDifference; stakeholders: Record<string, ComparedAcceptance> };
  effects: Record<string, ComparedEffect>;
  durability: Record<Length, SpreadDifference> | Unanswered;
  measures: ComparedMeasures;
  reversals: readonly PlacesReversal[];
}

export interface Comparison {
  engineVersion: string;
  situation: string;
  seed: number;
  draws: number;
  horizon: number;
  shortHorizon: number;
  scenarios: Record<string, { title: string }>;
  orders: Record<string, { name: string; role: Role; order: readonly string[]; decided: boolean; reversals: readonly OrderReversal[] }>;
  pairs: readonly Pair[];
  note: string;
  reversalRule: string;
}

export interface ComparisonAnswer {
  /** Why each setting is what it is, in words. */
  chosen: Record<"draws" | "seed" | "horizon" | "shortHorizon", string>;
  comparison: Comparison;
}
