// How far the rules of law that a situation tests terms by were checked, from what it says of their sources.
import type { SituationDocument } from "./api/situation";
import { citationsIn } from "./judgements";
import { listed } from "./words";

interface Rule {
  name: string;
  /** Of the sources that it cites. */
  statuses: readonly string[];
}

/** A sentence for wherever verdicts on the rules stand; empty where the situation has no rules. */
export function lawNote(situation: SituationDocument): string {
  const rules = Object.values(situation.measures?.legality ?? {}).map(({ name, source }) => ({ name, statuses: citationsIn(situation, source).map((key) => situation.sources[key]!.status) }));
  if (rules.length === 0) return "";
  return ["The rules of law are judgements on where a bound lies, no legal opinion.", ...told(rules)].join(" ");
}

// What was neither verified nor computed, by how it is known.
const doubts = { memory: "told from memory and unchecked", weak: "only weakly supported", judgement: "a judgement", claim: "a claim that was not checked" } as const;

function told(rules: readonly Rule[]): string[] {
  const ofStatus = (status: string, words: string) => {
    const alone = rules.filter(({ statuses }) => statuses.length > 0 && statuses.every((each) => each === status));
    const inPart = rules.filter((rule) => rule.statuses.includes(status) && !alone.includes(rule));
    return [sentence("All that", alone, `is ${words}`, rules), sentence("Part of what", inPart, `is ${words}`, rules)];
  };
  const silent = rules.filter(({ statuses }) => statuses.length === 0);
  const verified = rules.filter(({ statuses }) => statuses.length > 0 && !statuses.some((each) => Object.hasOwn(doubts, each)));
  const uncited = silent.length > 0 ? [`${subject(silent, rules, true)} no source.`] : [];
  return [...Object.entries(doubts).flatMap(([status, words]) => ofStatus(status, words)), ...uncited, sentence("All that", verified, verified.some(({ statuses }) => statuses.includes("computed")) ? "was verified or computed" : "was verified", rules)].filter((each) => each !== "");
}

const sentence = (what: string, of: readonly Rule[], is: string, all: readonly Rule[]) => (of.length > 0 ? `${what} ${subject(of, all)} ${is}.` : "");

/** Those rules, and that they cite. */
function subject(of: readonly Rule[], all: readonly Rule[], isFirst = false): string {
  const cites = of.length === 1 ? "cites" : "cite";
  if (of.length < all.length) return `${of.length} of ${all.length} rules (${listed(of.map(({ name }) => `“${name}”`))}) ${cites}`;
  const which = all.length === 1 ? "the one rule" : `all ${all.length} rules`;
  return `${isFirst ? which.charAt(0).toUpperCase() + which.slice(1) : which} ${cites}`;
}
