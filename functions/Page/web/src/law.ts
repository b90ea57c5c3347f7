// How far the rules of law that a situation tests terms by were checked, from what it says of their sources.
import type { SituationDocument } from "./api/situation";
import { citationsIn } from "./judgements";
import { listed } from "./words";

/** A sentence for wherever verdicts on the rules stand; empty where the situation has no rules. */
export function lawNote(situation: SituationDocument): string {
  const rules = Object.values(situation.measures?.legality ?? {});
  if (rules.length === 0) return "";
  const isUnchecked = ({ source }: { source: string }) => citationsIn(situation, source).some((key) => situation.sources[key]!.status === "memory");
  const unchecked = rules.filter(isUnchecked);
  return `The rules of law are judgements on where a bound lies, no legal opinion. ${statusOf(unchecked.map(({ name }) => name), rules.length)}`;
}

function statusOf(unchecked: readonly string[], all: number): string {
  if (unchecked.length === 0) return "None of their sources is told from memory alone.";
  const which = unchecked.length === all ? (all === 1 ? "the one rule" : `all ${all} rules`) : `${unchecked.length} of ${all} rules (${listed(unchecked.map((name) => `“${name}”`))})`;
  return `The source of ${which} is told from memory and unchecked.`;
}
