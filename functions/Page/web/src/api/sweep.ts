// Sweeps: many variants of one scenario, on the same draws. shared/Contracts/README.md.
import type { Inputs, PointedProblem, Role, SituationVersion, Status } from "./types";

export interface ListedSweep {
  id: string;
  title: string;
  status: Status;
  situation: SituationVersion;
  variants: number;
  acceptedAt: string;
  finishedAt?: string;
}

export interface SweepListing {
  sweeps: readonly ListedSweep[];
  next?: string;
}

export interface SweepProgress {
  variants: number;
  variantsDone: number;
  chunks: number;
  chunksDone: number;
}

export interface Sweep extends Omit<ListedSweep, "variants"> {
  cost: number;
  progress: SweepProgress;
  engineVersion?: string;
  problem?: { title: string; detail: string };
  summary?: SweepSummary;
}

export interface VariantValue {
  variant: number;
  terms: readonly number[];
  value: number;
}

export type Wants = "more" | "less";

export interface SweepOutput {
  impact?: string;
  against?: "noDeal" | "statusQuo";
  acceptance?: string;
  effect?: string;
  survival?: number;
  subordination?: true;
  year?: number;
  wants?: Wants;
  fails?: { above?: number; below?: number };
}

export interface BoxQuality {
  mass: number;
  coverage: number;
  density: number;
}

export interface VariantBox extends BoxQuality {
  limits: readonly { issue: string; name: string; low?: number; high?: number; densityWithout: number }[];
}

export type VariantBoxes = { reason: string } | { searched: number; boxes: readonly VariantBox[]; together?: BoxQuality };

export interface OutputSummary {
  name: string;
  output: SweepOutput;
  mean: number;
  best: VariantValue;
  worst: VariantValue;
  failing: number;
  boxes?: VariantBoxes;
}

export interface SweepSummary {
  variants: number;
  outputs: readonly OutputSummary[];
  stakeholders: Record<string, { name: string; role: Role; best: VariantValue; worst: VariantValue }>;
  front?: { count: number; listed: readonly { variant: number; terms: readonly number[]; values: readonly number[] }[] };
}

export interface Variant {
  number: number;
  terms: readonly number[];
  outputs: readonly number[];
  standardErrors: readonly number[];
  impacts: readonly number[];
}

export interface VariantsPage {
  terms: readonly string[];
  outputs: readonly string[];
  stakeholders: readonly string[];
  variants: readonly Variant[];
  next?: string;
}

export type Varied = readonly number[] | { low: number; high: number; steps?: number };
export type Design = { grid: true } | { latinHypercube: { size: number; seed?: number } };

export interface SweepDocument {
  schemaVersion: 1;
  title: string;
  base: Inputs;
  vary: Record<string, Varied>;
  design?: Design;
  draws?: number;
  outputs?: readonly SweepOutput[];
}

export interface SweepValidation {
  valid: boolean;
  variants?: number;
  cost?: number;
  problems: readonly PointedProblem[];
}
