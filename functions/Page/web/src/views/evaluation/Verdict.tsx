import type { Narration, Scenario } from "../../api/types";
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
      {(read) => <Sentences scenario={scenario} sentences={(read.verdicts[on] ?? []).filter(({ text }) => !except.includes(text))} />}
    </Await>
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
