import type { Narration, Scenario } from "../../api/types";
import { Await } from "../../components/Await";
import { Sentences } from "./Sentences";
import { usePart } from "./usePart";

/** The engine's own sentences on a subject, above the figures that show it. */
export function Verdict({ scenario, on }: { scenario: Scenario; on: string }) {
  const narration = usePart<Narration>(scenario, "narration");
  return (
    <Await of={narration} what="the sentences" height={14}>
      {(read) => <Sentences sentences={read.verdicts[on] ?? []} />}
    </Await>
  );
}

/** What the sentences on a subject rest on, for the figures beside them. */
export function useCitations(scenario: Scenario, on: string): string[] {
  const narration = usePart<Narration>(scenario, "narration");
  return [...new Set(narration.body?.verdicts[on]?.flatMap((sentence) => sentence.citations))];
}
