import type { Scenario } from "../../../api/types";
import { lawNote } from "../../../law";
import { useSituation } from "../useSituation";

/** Beside verdicts on the rules of law: how far the rules themselves were checked. */
export function LawNote({ scenario }: { scenario: Scenario }) {
  const situation = useSituation(scenario).body?.document;
  const words = situation && lawNote(situation);
  return words ? <p class="law-note small soft told">{words}</p> : null;
}
