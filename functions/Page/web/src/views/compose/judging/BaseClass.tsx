import { useId } from "preact/hooks";
import type { SituationDocument } from "../../../api/situation";
import { problemsWithin, useComposing } from "../composing";
import { valueAt } from "../model/pointer";
import { ProblemLine } from "../parts/ProblemLine";
import { Section } from "../parts/Section";

const place = "/assumptions/baseClass";

/** Which record of earlier settlements durability starts from, where the situation knows more than one. */
export function BaseClass({ situation: { hazard } }: { situation: SituationDocument }) {
  const { document, edit, problems } = useComposing();
  const [group, line] = [useId(), useId()];
  const stored = valueAt(document, place);
  const records = Object.entries(hazard?.classes ?? {});
  if (stored === undefined && records.length < 2) return null;
  const chosen = stored === undefined ? hazard?.baseClass : `${stored}`;
  // The situation's own choice need not be made once more.
  const choose = (id: string) => edit(place, [place, id === hazard?.baseClass ? undefined : id]);
  return (
    <Section title="The record it starts from" intro="How long it lasts is judged from how such settlements fared on record. Records differ more from each other than most terms change the result.">
      <fieldset class="profile card" aria-describedby={line}>
        <legend>Earlier settlements</legend>
        {records.map(([id, { name }], at) => (
          <label key={id} class="check">
            <input type="radio" name={group} data-place={at === 0 ? place : undefined} checked={chosen === id} onChange={() => choose(id)} />
            <span class="told">
              {name}
              {id === hazard?.baseClass && <span class="soft"> (the situation's choice)</span>}
            </span>
          </label>
        ))}
        {!records.some(([id]) => id === chosen) && (
          <p>
            <code class="told">{chosen}</code> is no record of this situation.{" "}
            <button type="button" class="button button-quiet" data-place={records.length === 0 ? place : undefined} onClick={() => edit(place, [place, undefined])}>
              Take it out
            </button>
          </p>
        )}
        <ProblemLine id={line} problems={problemsWithin(problems, place)} />
      </fieldset>
    </Section>
  );
}
