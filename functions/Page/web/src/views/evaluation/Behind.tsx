import { useState } from "preact/hooks";
import type { Scenario, Sentence } from "../../api/types";
import { SourceEntries } from "../../components/SourceEntries";
import { useSituation } from "./useSituation";

interface BehindProps {
  sentence: Sentence;
  scenario: Scenario;
}

/** What a sentence rests on, on demand: the claims and facts in their own words, and where its numbers stand. */
export function Behind({ sentence, scenario }: BehindProps) {
  const [isOpen, setOpen] = useState(false);
  if (sentence.figures.length + sentence.citations.length === 0) return null;
  return (
    <details class="behind screen-only" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>evidence</summary>
      {isOpen && <Evidence sentence={sentence} scenario={scenario} />}
    </details>
  );
}

/** The situation is read when somebody asks: a brief has dozens of sentences. */
function Evidence({ sentence: { figures, citations }, scenario }: BehindProps) {
  const situation = useSituation(scenario);
  return (
    <div aria-busy={citations.length > 0 && !situation.body && !situation.problem}>
      {citations.length > 0 && (
        <>
          <p>The judgements behind it rest on</p>
          <SourceEntries keys={citations} sources={situation.body?.document.sources} />
        </>
      )}
      {figures.length > 0 && (
        <>
          <p>Its numbers in the report</p>
          <ul>
            {figures.map(({ words, pointer }) => (
              <li key={pointer}>
                {words}: <code>{pointer}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
