import type { Issue } from "../../../api/situation";
import type { Edit } from "../drafting/useDraft";
import type { Json } from "../model/pointer";
import { moved, points } from "../model/range";
import { decidedAt, withRange, type Term } from "../model/term";

/** Every worded point of the scale, to read and to choose. */
export function ScaleInWords({ issue, place, term, value, edit }: { issue: Issue; place: string; term: Term; value: Json | undefined; edit: Edit }) {
  const choose = (at: number) => {
    const { range } = term;
    const isInside = range && term.kind === "open" && at >= range.low && at <= range.high;
    edit(`${place} anchor`, [place, isInside ? withRange(value, moved(range, "mode", at, points)) : decidedAt(at, term.note)]);
  };
  return (
    <details>
      <summary>The scale in words</summary>
      <ol class="anchors">
        {issue.anchors.map(({ at, text }) => (
          <li key={at}>
            <span class="numbers soft">{at}</span>
            <span class="told">{text}</span>
            <button type="button" class="button button-quiet" aria-label={`Set to ${at}: ${text}`} onClick={() => choose(at)} disabled={term.range?.mode === at}>
              Set
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
