// Values of an issue in the words of its scale.
import type { Issue } from "./api/situation";
import { rounded, settle } from "./words";

// Closer than this to a worded point, a value is that point in words; the engine's offers are told by the same rule.
const same = 2.5;

export function scaleWords({ anchors }: Issue, value: number): string {
  const nearest = [...anchors].sort((a, b) => Math.abs(a.at - value) - Math.abs(b.at - value))[0]!;
  if (Math.abs(nearest.at - value) <= same) return `“${nearest.text}”`;
  const below = anchors.findLast((anchor) => anchor.at < value)!;
  const above = anchors.find((anchor) => anchor.at > value)!;
  const isMiddle = Math.abs(above.at - value - (value - below.at)) <= 0.2 * (above.at - below.at);
  return isMiddle
    ? `the middle between “${below.text}” and “${above.text}”`
    : `between “${below.text}” and “${above.text}”, closer to the ${nearest === below ? "former" : "latter"}`;
}

/** A place on a scale of 0 to 100, whole. */
export const place = (value: number): string => `${Math.round(value)}`;

/** How two places are told: whole, or with a decimal where whole numbers would not show that they are apart. */
export function apart(one: number, other: number): (value: number) => string {
  const decimals = settle(Math.abs(one - other)) < 1.5 ? 1 : 0;
  return (value) => rounded(value, decimals);
}
