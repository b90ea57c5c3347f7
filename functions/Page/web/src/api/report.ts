// The parts of a report beyond impacts and acceptance: shared/Contracts/README.md.
import type { Estimate } from "./types";

/** What cannot be answered is a reason alone. */
export interface Unanswered {
  reason: string;
}

export const isUnanswered = (part: object): part is Unanswered => "reason" in part && typeof part.reason === "string";

export interface Spread {
  mean: Estimate;
  median: Estimate;
  low80: Estimate;
  high80: Estimate;
}

export interface Level extends Spread {
  year: number;
}

export interface EffectResult {
  name: string;
  trajectory: readonly Level[];
  short: Level;
  long: Level;
  againstNoDeal: Estimate;
  paths: readonly { links: readonly string[]; text: string; contribution: Estimate }[];
  unexplained: number;
  conflictOfSigns: boolean;
}

export type Effects = Record<string, EffectResult>;

export interface SurvivalYear extends Level {
  baseRate: number;
}

export interface RecordClass {
  name: string;
  cases5?: number;
  share5?: number;
  cases10: number;
  share10: number;
  source: string;
  survival: readonly number[];
}

export interface Factor {
  id: string;
  name: string;
  level: Estimate;
  part: Estimate;
}

export interface Durability {
  baseClass: string;
  survival: readonly SurvivalYear[];
  short: SurvivalYear;
  long: SurvivalYear;
  factors: readonly Factor[];
  classes: Record<string, RecordClass>;
  note: string;
}

export interface PairEvent {
  effect: string;
  name: string;
  year: number;
  wants: "more" | "less";
  threshold: number;
  probability: Estimate;
}

export interface OutcomePair {
  short: PairEvent;
  long: PairEvent;
  both: Estimate;
  shortOnly: Estimate;
  longOnly: Estimate;
  neither: Estimate;
}

export type Distances = Record<string, { name: string; distance: Estimate }>;

export interface Subordination extends Spread {
  principals: Distances;
  others: Distances;
  principalsMean: Estimate;
  othersMean: Estimate;
  probabilityCloserToPrincipals: Estimate;
}

export interface LegalTest {
  name: string;
  issue: string;
  issueName: string;
  atMost?: number;
  atLeast?: number;
  lawful: Estimate;
  text: string;
  source: string;
}

export interface Measures {
  outcomePair: OutcomePair | Unanswered;
  subordination: Subordination | Unanswered;
  legality: { tests: Record<string, LegalTest> } | Unanswered;
}
