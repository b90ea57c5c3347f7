// The document of a situation, as far as the page reads it: shared/Contracts/README.md.
import type { Role } from "./types";

/** A judgement: hard bounds, the likeliest value, and what it rests on. */
export interface Range {
  low: number;
  mode: number;
  high: number;
  source: string;
  /** What makes it move together with others. */
  factor?: { id: string; loading: number };
}

export type Judged = number | Range;

export interface Source {
  text: string;
  date?: string;
  url?: string;
  status: string;
}

export interface Anchor {
  at: number;
  text: string;
}

export interface Issue {
  name: string;
  anchors: readonly Anchor[];
  source: string;
}

export interface RedLine {
  atMost?: Judged;
  atLeast?: Judged;
  source: string;
}

export interface Preference {
  ideal: Range;
  salience: Range;
  redLine?: RedLine;
}

export interface Exposure {
  wants: "more" | "less";
  weight: Range;
  source: string;
}

export interface StakeholderJudgements {
  name: string;
  role: Role;
  influence: Range;
  /** Those without whose consent it does not sign. */
  ratifiedBy?: readonly string[];
  preferences: Record<string, Preference>;
  interactions?: Record<string, { issues: readonly [string, string]; weight: Range; source: string }>;
  exposures?: { effects?: Record<string, Exposure>; outcomes?: Record<string, Exposure> };
  profiles?: Record<string, { name: string; preferences: Record<string, Preference>; source: string }>;
  source: string;
}

export interface BaselineJudgements {
  name: string;
  outcomes: Record<string, { name: string; values: Record<string, Judged>; source: string }>;
}

export interface LinkSource {
  issue?: string;
  effect?: string;
  assumption?: string;
  distance?: string;
  beyondRedLine?: { stakeholder: string; issue: string };
  outcome?: string;
}

export interface Link {
  from: LinkSource;
  to: string;
  weight: Range;
  delay?: number;
  source: string;
}

export interface Effect {
  name: string;
  whenPositive: string;
  whenNegative: string;
  source: string;
}

export interface OutcomeEvent {
  effect: string;
  year: number;
  wants: "more" | "less";
  threshold: number;
}

export interface SituationDocument {
  sources: Record<string, Source>;
  issues: Record<string, Issue>;
  stakeholders: Record<string, StakeholderJudgements>;
  baselines: { statusQuo: BaselineJudgements; noDeal: BaselineJudgements };
  assumptions: Record<string, { name: string; value: Range; source: string }>;
  effects: Record<string, Effect>;
  links: Record<string, Link>;
  measures?: { subordination?: { source: string }; outcomePair?: { short: OutcomeEvent; long: OutcomeEvent; source: string }; legality?: Record<string, { name: string; source: string }> };
  options?: Record<string, { name: string; owner: string; shifts: { issues?: Record<string, Judged>; effects?: Record<string, Judged> }; source: string }>;
  hazard?: { baseClass: string; classes: Record<string, { name: string; share10: number; source: string }>; factors: Record<string, { name: string; oddsRatio: Range; source: string }>; source: string };
}
