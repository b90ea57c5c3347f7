// Where stakeholders stand on an issue, and what a term means to them as one sees it before anything is evaluated.
import type { Preference, Judged, SituationDocument } from "../../../api/situation";
import { partsIn, ratifiersIn } from "../../../ratifying";
import { listed, share } from "../../../words";
import { chanceOfCrossing } from "./crossing";
import { isObject, namesOf, valueAt, withValueAt, type Json, type JsonObject } from "./pointer";
import { isInOrder, rangeOf, type Span } from "./range";

export interface RedLine {
  side: "atLeast" | "atMost";
  range: Span;
}

export interface Stance {
  id: string;
  name: string;
  /** What part it has in the deal. */
  part: string;
  /** Without its consent there is no deal: it must sign, or it ratifies for someone who must. */
  isNeeded: boolean;
  ideal: Span;
  redLine?: RedLine;
  /** Whose preferences these are, where they are not its own. */
  profile?: string;
  /** The red line of each set of preferences that it may have, and how likely it has that; the shares add up to 1. */
  lines: readonly { share: number; redLine?: RedLine }[];
}

/** Whether a term respects a red line: in every case, in some, in none. Both may be ranges. */
export type Respect = "inside" | "maybe" | "crossed";

export function respect(term: Span, { side, range }: RedLine): Respect {
  if (side === "atLeast") return term.low >= range.high ? "inside" : term.high < range.low ? "crossed" : "maybe";
  return term.high <= range.low ? "inside" : term.low > range.high ? "crossed" : "maybe";
}

/** The same whatever preferences the stakeholder has, of those that the scenario leaves open. */
export function standing(term: Span, { lines }: Pick<Stance, "lines">): Respect {
  const found = new Set(lines.map(({ redLine }) => (redLine ? respect(term, redLine) : "inside")));
  return found.size === 1 ? [...found][0]! : "maybe";
}

/** How likely a term crosses the red line of a stakeholder. */
export const chanceFor = (term: Span, { lines }: Pick<Stance, "lines">): number =>
  lines.reduce((sum, { share, redLine }) => sum + share * (redLine ? chanceOfCrossing(term, redLine) : 0), 0);

/** Closer to the ideal point than things stand, farther, or about as far. */
export type Liking = "nearer" | "farther" | "same";

const noticeable = 1;

export function liking(term: Span, statusQuo: Span, ideal: Span): Liking {
  const gain = Math.abs(statusQuo.mode - ideal.mode) - Math.abs(term.mode - ideal.mode);
  return gain > noticeable ? "nearer" : gain < -noticeable ? "farther" : "same";
}

/** The situation as the scenario judges it. An override of what is not there, or out of order, is left to the interface to refuse. */
export function judged(situation: SituationDocument, overrides: Json | undefined): SituationDocument {
  let document = situation as unknown as JsonObject;
  for (const [place, value] of isObject(overrides) ? Object.entries(overrides) : []) {
    if (!isRange(value) || !isInOrder(value) || namesOf(place).length === 0 || valueAt(document, place) === undefined) continue;
    document = withValueAt(document, place, value);
  }
  return document as unknown as SituationDocument;
}

export const isRange = (value: Json | undefined): value is JsonObject & Span =>
  isObject(value) && ["low", "mode", "high"].every((member) => typeof value[member] === "number");

export function stancesOn(situation: SituationDocument, issue: string, profiles: Json | undefined): Stance[] {
  const [ratifiers, partOf] = [ratifiersIn(situation), partsIn(situation)];
  return Object.entries(situation.stakeholders).flatMap(([id, { name, role, preferences, profiles: sets }]) => {
    const held = mixtureOf(isObject(profiles) ? profiles[id] : undefined).map(({ share, profile }) => {
      const set = profile === undefined ? undefined : sets?.[profile];
      const replaced = set?.preferences[issue];
      return { share, preference: replaced ?? preferences[issue], ...(replaced && set && { profile: set.name }) };
    });
    // Drawn as it most likely is, of those of its preferences that say something of the issue.
    const drawn = held.filter(({ preference }) => preference).reduce<(typeof held)[number] | undefined>((best, each) => (best && best.share >= each.share ? best : each), undefined);
    if (!drawn?.preference) return [];
    const lines = held.map(({ share, preference }) => ({ share, ...lineOf(preference) }));
    return [{ id, name, part: partOf(id, role), isNeeded: role === "veto" || ratifiers.has(id), ideal: drawn.preference.ideal, ...lineOf(drawn.preference), lines, ...(drawn.profile !== undefined && { profile: drawn.profile }) }];
  });
}

/** The sets of preferences that a stakeholder may have, each with how likely it has them; what is left is its own. */
function mixtureOf(choice: Json | undefined): { share: number; profile?: string }[] {
  if (typeof choice === "string") return [{ share: 1, profile: choice }];
  const chances = isObject(choice) ? Object.entries(choice).filter((entry): entry is [string, number] => typeof entry[1] === "number" && entry[1] > 0) : [];
  const own = Math.max(0, 1 - chances.reduce((sum, [, chance]) => sum + chance, 0));
  return [...(own > 1e-9 ? [{ share: own }] : []), ...chances.map(([profile, share]) => ({ share, profile }))];
}

export function statusQuoOf(situation: SituationDocument, issue: string): Span | undefined {
  const value = Object.values(situation.baselines.statusQuo.outcomes)[0]?.values[issue];
  return value === undefined ? undefined : rangeOf(value);
}

/** In place of a verdict on a range whose likeliest value is not between its bounds. */
export const untold = "Not told until the range is in order.";

/** The nouns are the stakeholders' names, so that what is crossed is said and not only drawn. */
export function verdictOf(term: Span, stances: readonly Stance[]): { text: string; worst: Respect } {
  const needed = stances.filter(({ isNeeded }) => isNeeded);
  const crossed = namesWhere(needed, term, "crossed");
  const maybe = needed.flatMap((stance) => (standing(term, stance) === "maybe" ? [`${stance.name} (${share(chanceFor(term, stance))})`] : []));
  if (crossed.length + maybe.length === 0) {
    const isAny = needed.some(({ lines }) => lines.some(({ redLine }) => redLine));
    return { text: isAny ? "Inside the red lines of all who must sign or ratify." : "Nobody who must sign or ratify has a red line here.", worst: "inside" };
  }
  const parts = [
    ...(crossed.length ? [`Crosses the red line of ${listed(crossed)}.`] : []),
    ...(maybe.length ? [`May cross the red line of ${listed(maybe)}.`] : []),
  ];
  return { text: parts.join(" "), worst: crossed.length ? "crossed" : "maybe" };
}

/** Those whose consent is not needed and whose red lines are crossed for certain. */
export const othersCrossed = (term: Span, stances: readonly Stance[]): string[] =>
  namesWhere(stances.filter(({ isNeeded }) => !isNeeded), term, "crossed");

function namesWhere(stances: readonly Stance[], term: Span, asked: Respect): string[] {
  return stances.filter((stance) => standing(term, stance) === asked).map(({ name }) => name);
}

function lineOf(preference: Preference | undefined): Pick<Stance, "redLine"> {
  const redLine = preference?.redLine;
  const side = redLine?.atLeast !== undefined ? "atLeast" : "atMost";
  const bound: Judged | undefined = redLine?.[side];
  return bound === undefined ? {} : { redLine: { side, range: rangeOf(bound) } };
}
