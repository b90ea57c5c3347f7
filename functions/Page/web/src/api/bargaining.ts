// The analyses that look at play between the stakeholders: bargaining, counter-offers, stability.
import type { Estimate, Role } from "./types";

export type Method = "compromiseMean" | "nash" | "kalaiSmorodinsky" | "spatialModel" | "equalGainExchange";

export interface MethodIssue {
  name: string;
  atModes?: number;
  mean?: Estimate;
  median?: Estimate;
  low80?: Estimate;
  high80?: Estimate;
}

export interface MethodOutcome {
  atModes: "found" | "infeasible" | "notConverged";
  reason?: string;
  found: Estimate;
  acceptance?: { draws: number; joint: Estimate; stakeholders: Record<string, { name: string; probability: Estimate }> };
  issues: Record<string, MethodIssue>;
}

export interface Round {
  turn: number;
  actors: Record<string, { positions: readonly number[]; winProbability: number }>;
  moves: readonly { stakeholder: string; probability: number; text: string }[];
}

export interface Bargaining {
  actors: Record<string, { name: string; role: Role; capability: number; consentNeeded: boolean }>;
  outcomes: Record<Method, MethodOutcome>;
  spreads: Record<string, { name: string; lowest: number; lowestBy: Method; highest: number; highestBy: Method }>;
  blocking?: { text: string };
  rounds: readonly Round[];
  exchanges: readonly { text: string; firstShift: number; secondShift: number; gain: number }[];
  notes: readonly string[];
}

export interface Twice {
  fixedDraws: Estimate;
  freshDraws: Estimate;
}

export interface Consent {
  joint: Twice;
  stakeholders: Record<string, { name: string; role: Role; probability: Twice }>;
}

export interface Condition {
  stakeholder: string;
  name: string;
  kind: "redLine" | "value";
  issue?: string;
  issueName?: string;
  atLeast?: number;
  atMost?: number;
}

export interface Change {
  stakeholder: string;
  name: string;
  points: Estimate;
}

export interface Move {
  name: string;
  from: number;
  to: number;
  fromText: string;
  toText: string;
  cost: number;
  pleases?: Change;
  costs?: Change;
  text: string;
}

export interface Offer {
  kind: "consent" | "sturdier" | "mostAccepted" | "giveWay" | "halfway";
  text: string;
  giver?: string;
  cost: number;
  leastCost?: number;
  certified?: boolean;
  fragile: boolean;
  moves: Record<string, Move>;
  acceptance: Consent;
  crossed: readonly (Condition & { points?: number })[];
  /** The red lines that it takes no account of; of none in reports of before engine 11. */
  setAside?: readonly Condition[];
  changes: Record<string, { name: string; points: Estimate }>;
  sturdier?: Offer;
}

export interface Gap {
  name: string;
  from: number;
  to: number;
  points: number;
  redLines: readonly Condition[];
  text: string;
}

export interface Clash {
  text: string;
  smallest: readonly Condition[];
  isProven: boolean;
  gaps: Record<string, Gap>;
  nearest: readonly Offer[];
}

export interface CounterOffers {
  text: string;
  confidence: number;
  constraint: "each" | "jointly";
  original: Consent;
  offers: readonly Offer[];
  clash?: Clash;
  notes: readonly string[];
}

export type Concept = "nash" | "seq" | "smr" | "gmr";
export type Shares = Record<Concept, Estimate>;
export type Restraint = "nothingToGain" | "credibleSanction" | "inescapableSanction" | "escapableSanction" | "none";

export interface State {
  options: readonly string[];
  joint: Shares;
  stakeholders: Record<string, Shares>;
}

export interface Stability {
  draws: number;
  states: number;
  neverTaken: readonly string[];
  /** `canMove`: since engine 12. */
  compliance: Record<string, { name: string; canMove?: boolean; restraint: Restraint; restraints: Record<Restraint, Estimate>; text: string }>;
  deal: State;
  mostStable: readonly State[];
}
