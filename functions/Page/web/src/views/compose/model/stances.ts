// Where stakeholders stand on an issue, and what a term means to them as one sees it before anything is evaluated.
import type { Preference, Judged, SituationDocument } from "../../../api/situation";
import type { Role } from "../../../api/types";
import { listed, share } from "../../../words";
import { chanceOfCrossing } from "./crossing";
import { isObject, namesOf, valueAt, withValueAt, type Json, type JsonObject } from "./pointer";
import { rangeOf, type Span } from "./range";

export interface RedLine {
  side: "atLeast" | "atMost";
  range: Span;
}

export interface Stance {
  id: string;
  name: string;
  role: Role;
  ideal: Span;
  redLine?: RedLine;
  /** Whose preferences these are, where they are not its own. */
  profile?: string;
}

/** Whether a term respects a red line: in every case, in some, in none. Both may be ranges. */
export type Respect = "inside" | "maybe" | "crossed";

export function respect(term: Span, { side, range }: RedLine): Respect {
  if (side === "atLeast") return term.low >= range.high ? "inside" : term.high < range.low ? "crossed" : "maybe";
  return term.high <= range.low ? "inside" : term.low > range.high ? "crossed" : "maybe";
}

/** Closer to the ideal point than things stand, farther, or about as far. */
export type Liking = "nearer" | "farther" | "same";

const noticeable = 1;

export function liking(term: Span, statusQuo: Span, ideal: Span): Liking {
  const gain = Math.abs(statusQuo.mode - ideal.mode) - Math.abs(term.mode - ideal.mode);
  return gain > noticeable ? "nearer" : gain < -noticeable ? "farther" : "same";
}

/** The situation as the scenario judges it. An override of what is not there is left to the interface to refuse. */
export function judged(situation: SituationDocument, overrides: Json | undefined): SituationDocument {
  let document = situation as unknown as JsonObject;
  for (const [place, value] of isObject(overrides) ? Object.entries(overrides) : []) {
    if (!isRange(value) || namesOf(place).length === 0 || valueAt(document, place) === undefined) continue;
    document = withValueAt(document, place, value);
  }
  return document as unknown as SituationDocument;
}

export const isRange = (value: Json | undefined): value is JsonObject & Span =>
  isObject(value) && ["low", "mode", "high"].every((member) => typeof value[member] === "number");

export function stancesOn(situation: SituationDocument, issue: string, profiles: Json | undefined): Stance[] {
  return Object.entries(situation.stakeholders).flatMap(([id, { name, role, preferences, profiles: sets }]) => {
    const chosen = likeliest(isObject(profiles) ? profiles[id] : undefined);
    const profile = chosen === undefined ? undefined : sets?.[chosen];
    const replaced = profile?.preferences[issue];
    const preference = replaced ?? preferences[issue];
    return preference ? [{ id, name, role, ...stanceOf(preference), ...(replaced && profile && { profile: profile.name }) }] : [];
  });
}

/** The profile that is more likely than any other set of preferences, its own included. */
export function likeliest(choice: Json | undefined): string | undefined {
  if (typeof choice === "string") return choice;
  if (!isObject(choice)) return undefined;
  const chances = Object.entries(choice).filter((entry): entry is [string, number] => typeof entry[1] === "number");
  const own = 1 - chances.reduce((sum, [, chance]) => sum + chance, 0);
  const [profile, chance] = chances.reduce<[string | undefined, number]>((best, each) => (each[1] > best[1] ? each : best), [undefined, own]);
  return chance > own ? profile : undefined;
}

export function statusQuoOf(situation: SituationDocument, issue: string): Span | undefined {
  const value = Object.values(situation.baselines.statusQuo.outcomes)[0]?.values[issue];
  return value === undefined ? undefined : rangeOf(value);
}

/** The nouns are the stakeholders' names, so that what is crossed is said and not only drawn. */
export function verdictOf(term: Span, stances: readonly Stance[]): { text: string; worst: Respect } {
  const signers = stances.filter((stance) => stance.role === "veto");
  const crossed = namesWhere(signers, term, "crossed");
  const maybe = signers.flatMap(({ name, redLine }) => (redLine && respect(term, redLine) === "maybe" ? [`${name} (${share(chanceOfCrossing(term, redLine))})`] : []));
  if (crossed.length + maybe.length === 0) {
    const isAny = signers.some((stance) => stance.redLine);
    return { text: isAny ? "Inside the red lines of all who must sign." : "Nobody who must sign has a red line here.", worst: "inside" };
  }
  const parts = [
    ...(crossed.length ? [`Crosses the red line of ${listed(crossed)}.`] : []),
    ...(maybe.length ? [`May cross the red line of ${listed(maybe)}.`] : []),
  ];
  return { text: parts.join(" "), worst: crossed.length ? "crossed" : "maybe" };
}

/** Those without a veto whose red lines are crossed for certain. */
export const othersCrossed = (term: Span, stances: readonly Stance[]): string[] =>
  namesWhere(stances.filter((stance) => stance.role !== "veto"), term, "crossed");

function namesWhere(stances: readonly Stance[], term: Span, asked: Respect): string[] {
  return stances.filter(({ redLine }) => redLine && respect(term, redLine) === asked).map(({ name }) => name);
}

function stanceOf({ ideal, redLine }: Preference): Pick<Stance, "ideal" | "redLine"> {
  const side = redLine?.atLeast !== undefined ? "atLeast" : "atMost";
  const bound: Judged | undefined = redLine?.[side];
  return { ideal, ...(bound !== undefined && { redLine: { side, range: rangeOf(bound) } }) };
}
