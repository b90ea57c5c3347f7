import type { Json } from "../model/pointer";
import { plain } from "../model/scale";
import { termOf, type Term } from "../model/term";

/** The term with which the draft began, where it is another now. Its room is there in either case, so that nothing moves. */
export function Was({ before, value, restore }: { before: Json; value: Json | undefined; restore(): void }) {
  const isSame = JSON.stringify(before) === JSON.stringify(value);
  return (
    <p class="was small" style={{ visibility: isSame ? "hidden" : "visible" }}>
      <span class="soft">Changed: it began as {shortly(termOf(before))}</span>
      <button type="button" class="button button-quiet" onClick={restore} disabled={isSame}>
        Put it back
      </button>
    </p>
  );
}

function shortly({ kind, range }: Term): string {
  if (!range) return kind === "unmentioned" ? "not mentioned" : "something else";
  return kind === "decided" ? plain(range.mode) : `${plain(range.low)} – ${plain(range.mode)} – ${plain(range.high)}`;
}
