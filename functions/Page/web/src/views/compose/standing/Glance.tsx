import type { SituationDocument } from "../../../api/situation";
import { untold, verdictOf } from "../model/stances";
import type { TermKind } from "../model/term";
import { useStandpoints, type Standpoint } from "../terms/useStandpoints";

const kinds: Record<TermKind, readonly [string, string]> = {
  unmentioned: ["○", "not mentioned"],
  decided: ["●", "a point"],
  open: ["◐", "a range"],
  unreadable: ["!", "cannot be read"],
};
const verdicts = { inside: "", maybe: "?", crossed: "✕" } as const;

/** All issues on one screen: what is said of each, and whether that crosses the red line of someone who must sign. */
export function Glance({ situation }: { situation: SituationDocument }) {
  const standpoints = useStandpoints(situation);
  return (
    <nav aria-label="Issues">
      <h2 class="standing-title">Issues: ● a point, ◐ a range, ○ not mentioned; ✕ crosses a red line of someone who must sign or ratify, ? perhaps</h2>
      <ol class="glance">
        {Object.entries(situation.issues).map(([id, { name }]) => <Line key={id} id={id} name={name} standpoint={standpoints[id]!} />)}
      </ol>
    </nav>
  );
}

function Line({ id, name, standpoint: { term, effective, isOutOfOrder, stances } }: { id: string; name: string; standpoint: Standpoint }) {
  const [sign, words] = kinds[term.kind];
  const verdict = effective && verdictOf(effective, stances);
  return (
    <li>
      <button type="button" class={term.kind === "unmentioned" ? "glance-left" : undefined} aria-label={`${name}: ${words}. ${isOutOfOrder ? untold : (verdict?.text ?? "")}`} onClick={() => goTo(id)}>
        <span aria-hidden="true">{sign}</span>
        <span aria-hidden="true">{verdict && verdicts[verdict.worst]}</span>
        <span class="told">{name}</span>
      </button>
    </li>
  );
}

function goTo(issue: string): void {
  const card = document.querySelector<HTMLElement>(`[data-issue="${CSS.escape(issue)}"]`);
  card?.scrollIntoView({ block: "start" });
  card?.querySelector<HTMLElement>("h3")?.focus({ preventScroll: true });
}
