import { useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import { post, Refusal } from "../../api/client";
import type { Problem, Scenario } from "../../api/types";
import { ProblemNotice } from "../../components/States";
import { isOpen } from "../../components/StatusBadge";

/** What stands between a reader and an up-to-date result, and what can be done about it. */
export function Progress({ scenario, changed }: { scenario: Scenario; changed(): void }) {
  const { act, problem, isSending } = useAction(changed);
  const button = (words: string, address: string) => (
    <button type="button" class="button" disabled={isSending} onClick={() => act(address)}>
      {words}
    </button>
  );
  return (
    <>
      {isOpen(scenario.status) && (
        <div class="notice" role="status">
          <strong>{scenario.status === "Accepted" ? "Waiting for a worker" : scenario.status === "Running" ? "Being evaluated" : "Being stopped"}</strong>
          <p>{scenario.resultGeneration ? "What is shown is the result of the run before." : "The result appears here as soon as it is there."}</p>
          {scenario.status !== "Cancelling" && button("Cancel", addresses.cancel(scenario.id))}
        </div>
      )}
      {scenario.status === "Failed" && (
        <div class="notice notice-problem" role="alert">
          <strong>{scenario.problem?.title ?? "It could not be evaluated"}</strong>
          <p class="told">{scenario.problem?.detail}</p>
          {button("Run it again", addresses.rerun(scenario.id))}
        </div>
      )}
      {scenario.status === "Cancelled" && (
        <div class="notice">
          <strong>This run was cancelled</strong>
          <p>{scenario.resultGeneration ? "What is shown is the result of the run before." : "There is no result."}</p>
          {button("Run it again", addresses.rerun(scenario.id))}
        </div>
      )}
      {scenario.stale && (scenario.stale.engine || scenario.stale.situation) && !isOpen(scenario.status) && (
        <div class="notice notice-stale">
          <strong>{staleness(scenario.stale)}</strong>
          {scenario.stale.engine && <p>The numbers below are those of engine version {scenario.engineVersion}; a rerun uses today's.</p>}
          {scenario.stale.situation && <p>They rest on version {scenario.situation.version} of the situation, and so would a rerun. To use today's, submit the inputs again.</p>}
          {scenario.stale.engine && button("Run it again", addresses.rerun(scenario.id))}
        </div>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}

function staleness({ engine, situation }: { engine: boolean; situation: boolean }): string {
  return `The ${engine && situation ? "engine and the situation have" : engine ? "engine has" : "situation has"} moved on since this result`;
}

function useAction(changed: () => void) {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const act = async (address: string) => {
    setSending(true);
    setProblem(undefined);
    try {
      await post<unknown>(address);
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      setProblem(failure.problem);
    } finally {
      setSending(false);
      changed();
    }
  };
  return { act: (address: string) => void act(address), isSending, problem };
}
