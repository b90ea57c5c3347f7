import { useRef, useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import { Refusal, remove } from "../../api/client";
import type { Problem, Scenario } from "../../api/types";
import { ProblemNotice } from "../../components/States";
import { go, link } from "../../router";
import { compareLink } from "../compare/selection";

/** Where one goes from a scenario: beside another one, through its variants, or to its end. */
export function FurtherSteps({ scenario, changed }: { scenario: Scenario; changed(): void }) {
  return (
    <>
      <a class="button button-quiet" href={link(["compose"], { scenario: scenario.id })}>
        Compose a variation
      </a>
      <a class="button button-quiet" href={compareLink([scenario.id])}>
        Compare with another
      </a>
      <a class="button button-quiet" href={link(["sweeps", "new"], { scenario: scenario.id })}>
        Vary its terms
      </a>
      <Delete scenario={scenario} changed={changed} />
    </>
  );
}

function Delete({ scenario, changed }: { scenario: Scenario; changed(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<Problem>();
  const act = async () => {
    try {
      await remove(addresses.scenario(scenario.id));
      dialog.current?.close();
      go(link(["scenarios"]));
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      setProblem(failure.problem);
      changed();
    }
  };
  const open = () => {
    setProblem(undefined);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" class="button button-quiet button-alert" onClick={open}>
        Delete …
      </button>
      <dialog ref={dialog} class="dialog" aria-labelledby="delete">
        <div class="stack">
          <h2 id="delete">Delete this scenario?</h2>
          <p class="told">“{scenario.title}” and the results of all its runs are gone for everybody, and cannot be brought back.</p>
          {problem && <ProblemNotice problem={problem} />}
          <div class="row">
            <button type="button" class="button button-main" onClick={() => void act()}>
              Delete it
            </button>
            <button type="button" class="button" autoFocus onClick={() => dialog.current?.close()}>
              Keep it
            </button>
          </div>
        </div>
      </dialog>
    </>
  );
}
