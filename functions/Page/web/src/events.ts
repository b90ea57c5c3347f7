// What events on effects mean, in the words that the situation has for the sides of the scale.
import type { Effect } from "./api/situation";

interface Crossing {
  wants: "more" | "less";
  threshold: number;
}

/** What it means that an event comes about; nothing where its threshold lies on the other side of today, so that it may come about on both sides. */
export function meaningOf({ wants, threshold }: Crossing, effect: Effect | undefined): string | undefined {
  if (!effect) return undefined;
  if (wants === "more") return threshold >= 0 ? effect.whenPositive : undefined;
  return threshold <= 0 ? effect.whenNegative : undefined;
}
