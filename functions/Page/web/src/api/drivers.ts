import type { Estimate } from "./types";
import type { Range } from "./situation";

export interface Index extends Estimate {
  low95: number;
  high95: number;
  isAboveZero: boolean;
}

export interface DrivingInput {
  pointer: string;
  name: string;
  range?: Range;
  first: Index;
  total: Index;
}

export interface Swing {
  pointer: string;
  name: string;
  lowAt?: number;
  highAt?: number;
  low: Estimate;
  high: Estimate;
  swing: Estimate;
}

export interface Quality {
  mass: Estimate;
  coverage: Estimate;
  density: Estimate;
}

export interface Box {
  limits: readonly { pointer: string; name: string; low?: number; high?: number; pValue: number }[];
  fresh: Quality;
  found: Quality;
}

export interface DrivenOutput {
  name: string;
  output: { cases?: { above?: number; below?: number }; [member: string]: unknown };
  reason?: string;
  mean: Estimate;
  inputs: number;
  reaching: number;
  firstOrderSum: Index;
  interactions: Index;
  largest: readonly DrivingInput[];
  rest: { count: number; first: Index; total: Index };
  tornado: readonly Swing[];
  boxes: { reason: string } | { share: Estimate; searched: number; boxes: readonly Box[]; together?: Quality };
}

export interface Drivers {
  reason?: string;
  points: number;
  resamples: number;
  outputs: readonly DrivenOutput[];
}
