import { useId } from "preact/hooks";
import { problemsWithin, useComposing } from "../composing";
import type { ShippedJudgement } from "../model/judgements";
import { isObject, type Json } from "../model/pointer";
import { rangeOf, type Span } from "../model/range";
import { isRange } from "../model/stances";
import { ProblemLine } from "../parts/ProblemLine";
import { RangeFields } from "../parts/RangeFields";
import { Slider } from "../parts/Slider";
import { rangeInWords } from "./rangeInWords";

interface OverrideControlProps {
  /** The pointer into the situation. */
  at: string;
  /** Missing where the situation has no such judgement. */
  shipped: ShippedJudgement | undefined;
  value: Json;
  /** Where the override stands in the scenario. */
  place: string;
  remove(): void;
}

/** A judgement of the reader's own, as a difference from the shipped one. */
export function OverrideControl({ at, shipped, value, place, remove }: OverrideControlProps) {
  const { edit, problems } = useComposing();
  const line = useId();
  const found = problemsWithin(problems, place);
  const range = isRange(value) ? value : undefined;
  const members = isObject(value) ? value : {};
  const set = ({ low, mode, high }: Span) => edit(place, [place, { ...members, low, mode, high }]);
  return (
    <li class="card override" data-override={at}>
      <div class="override-head">
        <h3 class="told">{shipped?.name.replace("Assumption: ", "") ?? "Not a judgement of this situation"}</h3>
        <button type="button" class="button button-quiet" data-place={place} aria-label={`Remove the override of ${shipped?.name ?? at}`} onClick={remove}>
          ✕ Remove
        </button>
      </div>
      <p class="small soft told">
        <code>{at}</code>
      </p>
      {shipped && range && <Difference before={rangeOf(shipped.value)} after={range} />}
      {shipped && range && (
        <>
          <Slider label={shipped.name} place={place} domain={shipped.domain} isOpen before={rangeOf(shipped.value)} isInvalid={found.length > 0} describedBy={line} {...{ range, set }} />
          <div class="override-fields">
            <RangeFields place={place} range={range} domain={shipped.domain} isInvalid={found.length > 0} describedBy={line} set={set} />
            <label class="field">
              What your judgement rests on
              <input
                type="text"
                data-place={`${place}/source`}
                aria-invalid={found.length > 0}
                aria-describedby={line}
                value={typeof members["source"] === "string" ? members["source"] : ""}
                onInput={({ currentTarget }) => edit(`${place}/source`, [place, { ...members, source: currentTarget.value }])}
              />
            </label>
            <p class="small soft told">The shipped one rests on: {shipped.source}</p>
          </div>
        </>
      )}
      <ProblemLine id={line} problems={found} />
    </li>
  );
}

function Difference({ before, after }: { before: Span; after: Span }) {
  const isSame = rangeInWords(before) === rangeInWords(after);
  return (
    <p class="difference numbers">
      <del>{rangeInWords(before)}</del> <span aria-hidden="true">→</span> <ins>{rangeInWords(after)}</ins>
      {isSame && <span class="soft"> the same so far</span>}
    </p>
  );
}
