import type { Narration, Scenario, Sentence } from "../../api/types";
import { Await } from "../../components/Await";
import { Sentences, SentenceWords } from "./Sentences";
import { usePart } from "./usePart";

interface VerdictProps {
  scenario: Scenario;
  on: string;
  /** Sentences that stand further below, each where it belongs. */
  except?: readonly string[];
}

/** The engine's own sentences on a subject, above the figures that show it. */
export function Verdict({ scenario, on, except = [] }: VerdictProps) {
  const narration = usePart<Narration>(scenario, "narration");
  return (
    <Await of={narration} what="the sentences" height={14}>
      {(read) => <InWords scenario={scenario} sentences={(read.verdicts[on] ?? []).filter(({ text }) => !except.includes(text))} />}
    </Await>
  );
}

// So many stand above the figures; the others are there on demand.
const first = 3;

function InWords({ scenario, sentences }: { scenario: Scenario; sentences: readonly Sentence[] }) {
  if (sentences.length === 0) return null;
  const shown = sentences.length <= first + 1 ? sentences.length : first;
  const more = sentences.slice(shown);
  return (
    <section class="stack in-words" aria-label="In words">
      <h2>In words</h2>
      <Sentences scenario={scenario} sentences={sentences.slice(0, shown)} />
      {more.length > 0 && (
        <details>
          <summary>{more.length} more sentences</summary>
          <Sentences scenario={scenario} sentences={more} />
        </details>
      )}
    </section>
  );
}

/** One of the sentences where it belongs, with its evidence if it is among those that the engine narrates. */
export function Told({ scenario, on, text }: { scenario: Scenario; on: string; text: string }) {
  const narration = usePart<Narration>(scenario, "narration");
  return <SentenceWords scenario={scenario} sentence={narration.body?.verdicts[on]?.find((each) => each.text === text) ?? { text, figures: [], citations: [] }} />;
}

/** What the sentences on a subject rest on, for the figures beside them. */
export function useCitations(scenario: Scenario, on: string): string[] {
  const narration = usePart<Narration>(scenario, "narration");
  return [...new Set(narration.body?.verdicts[on]?.flatMap((sentence) => sentence.citations))];
}
