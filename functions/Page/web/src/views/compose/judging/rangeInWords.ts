import { isDecided, type Span } from "../model/range";
import { plain } from "../model/scale";

/** A range as its three numbers, or the one where nothing is open. */
export function rangeInWords(range: Span): string {
  const { low, mode, high } = range;
  return isDecided(range) ? plain(mode) : `${plain(low)} – ${plain(mode)} – ${plain(high)}`;
}
