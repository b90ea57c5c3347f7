import { useMemo, useState } from "preact/hooks";
import { matching, type ShippedJudgement } from "../model/judgements";
import type { JsonObject } from "../model/pointer";
import { rangeOf } from "../model/range";
import { rangeInWords } from "./rangeInWords";

interface FindJudgementProps {
  all: readonly ShippedJudgement[];
  /** Overrides that are there. */
  taken: JsonObject;
  begin(judgement: ShippedJudgement): void;
}

const atOnce = 25;

/** Where one goes on after an override is gone. */
export const searchId = "find-judgement";

/** The situation's judgements by their names, pointers and sources. */
export function FindJudgement({ all, taken, begin }: FindJudgementProps) {
  const [words, setWords] = useState("");
  const found = useMemo(() => matching(all, words), [all, words]);
  return (
    <div class="find card">
      <label class="field">
        Find a judgement to replace: by name, pointer or source
        <input type="search" id={searchId} value={words} placeholder="red line ceasefire" onInput={({ currentTarget }) => setWords(currentTarget.value)} />
      </label>
      <p class="small soft" role="status">
        {found.length === 0 ? "None has all these words." : `${found.length} of ${all.length}${found.length > atOnce ? `, of which the first ${atOnce} are shown` : ""}`}
      </p>
      <ul class="found" tabIndex={0} aria-label="Judgements found">
        {found.slice(0, atOnce).map((judgement) => (
          <li key={judgement.pointer}>
            <span class="found-name told">{judgement.name}</span>
            <span class="numbers">{rangeInWords(rangeOf(judgement.value))}</span>
            <button type="button" class="button button-quiet" disabled={Object.hasOwn(taken, judgement.pointer)} aria-label={`Override ${judgement.name}`} onClick={() => begin(judgement)}>
              Override
            </button>
            <code class="soft told">{judgement.pointer}</code>
            <span class="small soft told clamp">{judgement.source}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
