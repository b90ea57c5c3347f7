// The wire format, as far as the page reads it. Its description: GET /api/openapi.json and shared/Contracts/README.md.
import type { Judged, Range, SituationDocument } from "./situation";

export type Status = "Accepted" | "Running" | "Succeeded" | "Failed" | "Cancelling" | "Cancelled";
export type Kind = "constructed" | "proposal";
export type Role = "veto" | "influencer" | "affected";
export type Baseline = "noDeal" | "statusQuo";

export interface Problem {
  title: string;
  status: number;
  detail: string;
  problems?: readonly PlacedProblem[];
}

export interface PlacedProblem {
  /** Into the document; absent when it is about a parameter of the query. */
  pointer?: string;
  parameter?: string;
  detail: string;
}

export interface PointedProblem extends PlacedProblem {
  pointer: string;
}

export interface SituationVersion {
  id: string;
  version: number;
  hash: string;
}

export interface Summary {
  jointAcceptance?: number;
  gaining?: number;
  losing?: number;
  /** As the sentences of an evaluation count; an earlier version counted by the mean alone, and left none open. */
  open?: number;
  unaffected?: number;
}

export interface ListedScenario {
  id: string;
  title: string;
  kind: Kind;
  status: Status;
  situation: SituationVersion;
  acceptedAt: string;
  finishedAt?: string;
  summary?: Summary;
}

export interface Listing {
  scenarios: readonly ListedScenario[];
  next?: string;
}

export interface Scenario extends ListedScenario {
  generation: number;
  resultGeneration?: number;
  cost: number;
  engineVersion?: string;
  problem?: { title: string; detail: string };
  stale?: { engine: boolean; situation: boolean };
}

export interface Inputs {
  title: string;
  summary?: string;
  kind: Kind;
  publication?: { title: string; author: string; date: string; url: string; note?: string };
  seed: number;
  draws: number;
  horizon: number;
  shortHorizon: number;
  analyses: readonly string[];
  terms: Record<string, Term>;
  assumptions?: {
    baseClass?: string;
    profiles?: Record<string, string | Record<string, number>>;
    overrides?: Record<string, Judged>;
  };
}

/** What a scenario says on an issue; `specified` is false where its text leaves it open. */
export type Term = number | { value: number; note?: string } | (Range & { note?: string; specified?: boolean });

export interface SituationBrief {
  id: string;
  version: number;
  hash: string;
  title: string;
  summary: string;
  asOf: string;
}

export interface Situation extends SituationBrief {
  document: SituationDocument;
}

export interface ShippedScenario {
  name: string;
  situation: string;
  title: string;
  kind: Kind;
  summary?: string;
  document: unknown;
}

export interface Validation {
  valid: boolean;
  cost?: number;
  /** What one evaluation may cost. */
  limit: number;
  problems: readonly PointedProblem[];
}

/** A number of the sample, and how far it may be off for being one. */
export interface Estimate {
  value: number;
  standardError: number;
}

export interface Outcome {
  mean: Estimate;
  median: Estimate;
  low80: Estimate;
  high80: Estimate;
  probabilityOfGain: Estimate;
  shortHorizonMean: Estimate;
  contributions: readonly Contribution[];
}

export interface Contribution {
  kind: string;
  id: string;
  name: string;
  mean: Estimate;
}

export interface Impact {
  name: string;
  role: Role;
  noDeal: Outcome;
  statusQuo: Outcome;
  reasons: readonly string[];
}

export type Impacts = Record<string, Impact>;

export type BlockingKind = "redLine" | "ratifier" | "value" | "margin";

export interface Blocking {
  kind: BlockingKind;
  id: string;
  name: string;
  share: Estimate;
}

export interface StakeholderAcceptance {
  name: string;
  role: Role;
  probability: Estimate;
  blocking: readonly Blocking[];
  redLines: Record<string, { name: string; term: "agreed" | "open" | "statusQuo"; share: Estimate }>;
}

export interface Acceptance {
  vetoPlayers: readonly string[];
  joint: Estimate;
  stakeholders: Record<string, StakeholderAcceptance>;
}

export interface Sentence {
  text: string;
  figures: readonly { words: string; pointer: string }[];
  citations: readonly string[];
}

export interface Narration {
  note: string;
  verdicts: Record<string, readonly Sentence[]>;
  stakeholders: Record<string, readonly Sentence[]>;
}
