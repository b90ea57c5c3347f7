import { useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import { post, Refusal } from "../../api/client";
import { useSubmission } from "../../api/useSubmission";
import type { Problem, Scenario } from "../../api/types";
import { useResource } from "../../api/use";
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
          <p>{expectation(scenario)}</p>
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
          {scenario.stale.situation && <p>They rest on version {scenario.situation.version} of the situation, and so would a rerun.</p>}
          <div class="row">
            {scenario.stale.engine && button("Run it again", addresses.rerun(scenario.id))}
            {scenario.stale.situation && <WithToday scenario={scenario} />}
          </div>
        </div>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}

/** A rerun keeps the situation that the scenario was accepted under; today's is what its inputs meet when they are submitted again. */
function WithToday({ scenario }: { scenario: Scenario }) {
  const inputs = useResource<unknown>(addresses.inputs(scenario.id));
  const { submit, isSending, problem } = useSubmission();
  return (
    <>
      <button type="button" class="button" disabled={isSending || !inputs.body} onClick={() => submit(inputs.body)}>
        Evaluate its inputs with today's situation
      </button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}

function expectation({ status, resultGeneration }: Scenario): string {
  if (status === "Cancelling") return "Its worker lets go within some seconds, and removes what it has written.";
  return resultGeneration ? "What is shown is the result of the run before." : "The result appears here as soon as it is there.";
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
