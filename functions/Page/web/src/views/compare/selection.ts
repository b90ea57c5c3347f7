// The scenarios that are looked at side by side, and what each is called: A, B, C, D, in the order of the address.
import type { Sign } from "../../charts/LaneChart";
import { link, type Route } from "../../router";

export const fewest = 2;
export const most = 4;

const letters = ["A", "B", "C", "D"] as const;

export const letterOf = (place: number): string => letters[place]!;
export const colourOf = (place: number): string => `var(--scenario-${letters[place]!.toLowerCase()})`;

/** Of so many scenarios, in the charts. */
export const signsOf = (scenarios: number): Sign[] => Array.from({ length: scenarios }, (_, place) => ({ letter: letterOf(place), colour: colourOf(place) }));

export function idsOf({ query }: Route): string[] {
  return [...new Set((query.get("ids") ?? "").split(",").filter(Boolean))];
}

export function compareLink(ids: readonly string[]): string {
  // Commas are kept as they are, so that the address can be read.
  return `${link(["compare"])}${ids.length ? `?ids=${ids.map(encodeURIComponent).join(",")}` : ""}`;
}
