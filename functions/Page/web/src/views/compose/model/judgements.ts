// Every judgement of a situation that a scenario may replace: where it stands, what it is, and over what it may range.
import type { Judged, SituationDocument } from "../../../api/situation";
import { nameOf } from "./naming";
import { isObject, pointer, type Json } from "./pointer";
import { points, rangeOf, type Domain } from "./range";
import { isRange } from "./stances";

export interface ShippedJudgement {
  pointer: string;
  name: string;
  value: Judged;
  source: string;
  domain: Domain;
}

export function judgementsOf(situation: SituationDocument): ShippedJudgement[] {
  const found: ShippedJudgement[] = [];
  collect(situation as unknown as Json, [], "", (path, value, source) =>
    found.push({ pointer: pointer(...path), name: nameOf(situation, path), value, source, domain: domainOf(path, value) }));
  return found.sort((one, other) => rankOf(one) - rankOf(other));
}

/** What matters to most answers comes first; the order of the situation holds within. */
const order = ["stakeholders", "baselines", "assumptions", "links", "hazard", "options", "issues"];
const rankOf = ({ pointer: place }: ShippedJudgement): number => order.indexOf(place.split("/")[1]!);

/** All words somewhere in the name, the pointer or the source. */
export function matching(judgements: readonly ShippedJudgement[], words: string): ShippedJudgement[] {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  return judgements.filter(({ name, pointer: place, source }) => {
    const text = `${name} ${place} ${source}`.toLowerCase();
    return asked.every((word) => text.includes(word));
  });
}

function collect(value: Json, path: readonly string[], source: string, found: (path: readonly string[], value: Judged, source: string) => void): void {
  if (typeof value === "number" && bareQuantities.some((pattern) => isLike(path, pattern))) found(path, value, source);
  if (isRange(value)) return found(path, value as unknown as Judged, `${value["source"] ?? source}`);
  if (!isObject(value)) return;
  const own = typeof value["source"] === "string" ? value["source"] : source;
  for (const [name, member] of Object.entries(value)) if (path.length > 0 || name !== "sources") collect(member, [...path, name], own, found);
}

/** Where a plain number is a judgement that has been decided; all other plain numbers are part of the model's form. */
const bareQuantities = [
  "issues/*/costOfMoving",
  "stakeholders/*/preferences/*/shape",
  "stakeholders/*/preferences/*/redLine/*",
  "stakeholders/*/profiles/*/preferences/*/shape",
  "stakeholders/*/profiles/*/preferences/*/redLine/*",
  "stakeholders/*/lossAversion",
  "stakeholders/*/margin",
  "baselines/*/outcomes/*/values/*",
  "baselines/*/outcomes/*/odds",
  "baselines/*/costs/*",
  "links/*/threshold/at",
  "options/*/shifts/*/*",
].map((pattern) => pattern.split("/"));

const isLike = (path: readonly string[], pattern: readonly string[]): boolean =>
  path.length === pattern.length && pattern.every((part, place) => part === "*" || part === path[place]);

const fine = 0.01;

function domainOf(path: readonly string[], value: Judged): Domain {
  const last = path.at(-1);
  if (path[0] === "assumptions") return { from: 0, to: 1, step: fine };
  if (path[0] === "links" && last === "weight") return { from: -3, to: 3, step: fine };
  if (last === "shape") return { from: 0.2, to: 5, step: 0.1 };
  if (last === "lossAversion") return { from: 1, to: 5, step: 0.1 };
  if (last === "margin") return { from: -100, to: 100, step: 1 };
  if (path[0] === "options") return path[3] === "issues" ? { from: -100, to: 100, step: 1 } : { from: -1, to: 1, step: fine };
  const isOpenEnded = path[0] === "hazard" || path[0] === "links" || last === "odds" || last === "costOfMoving";
  return isOpenEnded ? around(rangeOf(value).high) : points;
}

/** Where nothing bounds it but that it is not below 0: room for twice as much. */
function around(high: number): Domain {
  const to = high <= 0.5 ? 1 : high <= 2.5 ? 5 : high <= 10 ? 20 : Math.ceil(high / 50) * 100;
  return { from: 0, to, step: to / 100 };
}
