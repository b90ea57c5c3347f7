import { useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import { post, Refusal } from "../../api/client";
import type { Sweep } from "../../api/sweep";
import type { Problem } from "../../api/types";
import { ProblemNotice } from "../../components/States";
import { isOpen } from "../../components/StatusBadge";
import { Meter } from "./Meter";

/** How far it has come, and what can be done about it. */
export function Standing({ sweep, changed }: { sweep: Sweep; changed(): void }) {
  const [problem, setProblem] = useState<Problem>();
  const cancel = async () => {
    setProblem(undefined);
    try {
      await post<unknown>(addresses.cancelSweep(sweep.id));
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      setProblem(failure.problem);
    } finally {
      changed();
    }
  };
  return (
    <>
      {isOpen(sweep.status) && (
        <div class="notice" role="status">
          <strong>{sweep.progress.variantsDone === 0 ? "Waiting for a worker" : "Being evaluated"}</strong>
          <Meter progress={sweep.progress} />
          <p>{sweep.summary ? "What is shown is of the variants that are there; the front and the boxes come with the last of them." : "The first variants appear here as soon as they are there."}</p>
          <button type="button" class="button" onClick={() => void cancel()}>
            Cancel
          </button>
        </div>
      )}
      {sweep.status === "Failed" && (
        <div class="notice notice-problem" role="alert">
          <strong>{sweep.problem?.title ?? "It could not be evaluated"}</strong>
          <p class="told">{sweep.problem?.detail}</p>
        </div>
      )}
      {sweep.status === "Cancelled" && (
        <div class="notice">
          <strong>This sweep was cancelled</strong>
          <Meter progress={sweep.progress} />
          <p>What was evaluated by then stays; there is neither a front nor a box, which would need all variants.</p>
        </div>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
