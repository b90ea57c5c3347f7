import { link, type Route } from "../../../router";

/** What a draft starts from. It has an address, and under that a draft of its own. */
export type Place = { kind: "shipped"; name: string } | { kind: "scenario"; id: string } | { kind: "blank"; situation: string };

const shipped = "shipped:";

export function placeOf({ query }: Route): Place | undefined {
  const from = query.get("from");
  const id = query.get("scenario");
  const situation = query.get("situation");
  if (from?.startsWith(shipped)) return { kind: "shipped", name: from.slice(shipped.length) };
  if (id) return { kind: "scenario", id };
  return situation ? { kind: "blank", situation } : undefined;
}

export function addressOf(place: Place): string {
  return link(["compose"], {
    from: place.kind === "shipped" ? `${shipped}${place.name}` : null,
    scenario: place.kind === "scenario" ? place.id : null,
    situation: place.kind === "blank" ? place.situation : null,
  });
}
