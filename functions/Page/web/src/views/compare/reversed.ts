import type { Compared, ComparedPair } from "./compared";

/** Stakeholders for whom the order of the two scenarios depends on how one looks. */
export function areTurned({ pair, answer: { comparison } }: ComparedPair): Set<string> {
  const isOfPair = (first: string, second: string) => [first, second].every((id) => id === pair.first || id === pair.second);
  return new Set(Object.entries(comparison.orders).filter(([, { reversals }]) => reversals.some((each) => isOfPair(each.first, each.second))).map(([id]) => id));
}

export function countOf({ answer: { comparison } }: Compared) {
  const orders = Object.values(comparison.orders).flatMap((order) => order.reversals);
  const places = comparison.pairs.flatMap((pair) => pair.reversals);
  const certain = (all: readonly { verdict: string }[]) => all.filter((each) => each.verdict === "reversed").length;
  return { orders: certain(orders), places: certain(places) };
}
