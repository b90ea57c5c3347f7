// The scenarios that are looked at side by side, and what each is called: A, B, C, D, in the order of the address.
import { link, type Route } from "../../router";

export const fewest = 2;
export const most = 4;

const letters = ["A", "B", "C", "D"] as const;

export const letterOf = (place: number): string => letters[place]!;
export const colourOf = (place: number): string => `var(--scenario-${letters[place]!.toLowerCase()})`;

export function idsOf({ query }: Route): string[] {
  return [...new Set((query.get("ids") ?? "").split(",").filter(Boolean))];
}

export function compareLink(ids: readonly string[]): string {
  // Commas are kept as they are, so that the address can be read.
  return `${link(["compare"])}${ids.length ? `?ids=${ids.map(encodeURIComponent).join(",")}` : ""}`;
}
