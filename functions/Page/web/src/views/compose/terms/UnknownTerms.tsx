import { useId } from "preact/hooks";
import type { SituationDocument } from "../../../api/situation";
import { problemsWithin, useComposing } from "../composing";
import { isObject, pointer, type Json } from "../model/pointer";
import { ProblemLine } from "../parts/ProblemLine";

/** Terms on issues that the situation does not have, or not any more. */
export function UnknownTerms({ terms, situation }: { terms: Json | undefined; situation: SituationDocument }) {
  const unknown = isObject(terms) ? Object.keys(terms).filter((id) => !Object.hasOwn(situation.issues, id)) : [];
  if (unknown.length === 0) return null;
  return (
    <ul class="leftovers" aria-label="Terms on issues that the situation does not have">
      {unknown.map((id) => <UnknownTerm key={id} id={id} />)}
    </ul>
  );
}

function UnknownTerm({ id }: { id: string }) {
  const { edit, problems } = useComposing();
  const place = pointer("terms", id);
  const line = useId();
  return (
    <li class="card">
      <code class="told">{id}</code> is no issue of this situation.{" "}
      <button type="button" class="button button-quiet" data-place={place} aria-describedby={line} onClick={() => edit(place, [place, undefined])}>
        Take it out
      </button>
      <ProblemLine id={line} problems={problemsWithin(problems, place)} />
    </li>
  );
}
