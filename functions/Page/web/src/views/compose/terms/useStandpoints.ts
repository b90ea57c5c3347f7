import { useMemo } from "preact/hooks";
import type { SituationDocument } from "../../../api/situation";
import { isInOrder, type Span } from "../model/range";
import { useComposing } from "../composing";
import { isObject, pointer, valueAt } from "../model/pointer";
import { judged, stancesOn, statusQuoOf, type Stance } from "../model/stances";
import { termOf, type Term } from "../model/term";

export interface Standpoint {
  term: Term;
  statusQuo: Span | undefined;
  /** What would hold: the term, or what is left as it is. Nothing where that cannot be read, or is out of order. */
  effective: Span | undefined;
  isOutOfOrder: boolean;
  stances: readonly Stance[];
}

/** By issue where everyone stands, as the scenario judges them, and what would hold. */
export function useStandpoints(situation: SituationDocument): Record<string, Standpoint> {
  const { document } = useComposing();
  const overrides = valueAt(document, "/assumptions/overrides");
  const profiles = valueAt(document, "/assumptions/profiles");
  const terms = valueAt(document, "/terms");
  const known = useMemo(() => {
    const after = judged(situation, overrides);
    return Object.keys(situation.issues).map((issue) => [issue, statusQuoOf(after, issue), stancesOn(after, issue, profiles)] as const);
  }, [situation, overrides, profiles]);
  return useMemo(
    () => Object.fromEntries(known.map(([issue, statusQuo, stances]) => {
      const term = termOf(isObject(terms) ? valueAt(terms, pointer(issue)) : undefined);
      const isOutOfOrder = term.range !== undefined && !isInOrder(term.range);
      const said = term.range ?? (term.kind === "unmentioned" ? statusQuo : undefined);
      return [issue, { term, statusQuo, stances, isOutOfOrder, effective: isOutOfOrder ? undefined : said }];
    })),
    [known, terms],
  );
}
