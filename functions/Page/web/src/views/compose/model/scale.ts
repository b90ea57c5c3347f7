// An issue's scale in words. A value is worded as the engine words it in counter-offers.
import type { Anchor } from "../../../api/situation";
import { minus } from "../../../words";
import { points, stepped } from "./range";

/** Closer than this to a worded point, a value is that point in words. */
const sameAnchor = 2.5;

/** Closer than this, a handle that is dragged falls into place. */
const pull = 1;

export function inWords(anchors: readonly Anchor[], value: number): string {
  const nearest = nearestTo(anchors, value);
  if (Math.abs(nearest.at - value) <= sameAnchor) return nearest.text;
  const below = anchors.findLast((anchor) => anchor.at < value);
  const above = anchors.find((anchor) => anchor.at > value);
  if (!below || !above) return `beyond “${nearest.text}”`;
  const isMiddle = Math.abs(above.at - value - (value - below.at)) <= 0.2 * (above.at - below.at);
  return isMiddle
    ? `the middle between “${below.text}” and “${above.text}”`
    : `between “${below.text}” and “${above.text}”, closer to the ${nearest === below ? "former" : "latter"}`;
}

export function snapped(anchors: readonly Anchor[], value: number): number {
  const whole = stepped(value, points);
  const nearest = nearestTo(anchors, value);
  return Math.abs(nearest.at - value) <= pull ? nearest.at : whole;
}

/** The next worded point in a direction, or the value itself at the end. */
export function nextAnchor(anchors: readonly Anchor[], value: number, direction: 1 | -1): number {
  const next = direction > 0 ? anchors.find((anchor) => anchor.at > value) : anchors.findLast((anchor) => anchor.at < value);
  return next?.at ?? value;
}

/** As a value stands beside a control: no more digits than were given. */
export const plain = (value: number): string => `${value}`.replace("-", minus);

function nearestTo(anchors: readonly Anchor[], value: number): Anchor {
  return anchors.reduce((best, anchor) => (Math.abs(anchor.at - value) < Math.abs(best.at - value) ? anchor : best));
}
