import { useId, useRef, useState } from "preact/hooks";
import { Refusal, remove } from "../api/client";
import type { Problem } from "../api/types";
import { go } from "../router";
import { ProblemNotice } from "./States";

interface DeleteProps {
  /** What it is, in a word: scenario, sweep. */
  what: string;
  /** What is gone then. */
  loss: string;
  address: string;
  /** Where one goes on. */
  next: string;
  /** It was refused: it may have changed meanwhile. */
  changed(): void;
}

/** Deletes what a page is about, once that is confirmed. */
export function Delete({ what, loss, address, next, changed }: DeleteProps) {
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const keeping = useRef<HTMLButtonElement>(null);
  const [problem, setProblem] = useState<Problem>();
  const act = async () => {
    try {
      await remove(address);
      dialog.current?.close();
      go(next);
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      setProblem(failure.problem);
      changed();
    }
  };
  const open = () => {
    setProblem(undefined);
    dialog.current?.showModal();
    keeping.current?.focus();
  };
  return (
    <>
      <button type="button" class="button button-quiet button-alert" onClick={open}>
        Delete …
      </button>
      <dialog ref={dialog} class="dialog" aria-labelledby={heading}>
        <div class="stack">
          <h2 id={heading}>Delete this {what}?</h2>
          <p class="told">{loss}</p>
          {problem && <ProblemNotice problem={problem} />}
          <div class="row">
            <button type="button" class="button button-main" onClick={() => void act()}>
              Delete it
            </button>
            <button type="button" class="button" ref={keeping} onClick={() => dialog.current?.close()}>
              Keep it
            </button>
          </div>
        </div>
      </dialog>
    </>
  );
}
