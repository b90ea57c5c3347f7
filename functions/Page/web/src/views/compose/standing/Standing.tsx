import { useRef } from "preact/hooks";
import type { SituationDocument } from "../../../api/situation";
import { ProblemNotice } from "../../../components/States";
import type { Drafting } from "../drafting/useDraft";
import { Cost } from "./Cost";
import { Glance } from "./Glance";
import { goToOwner } from "./owner";
import { Problems } from "./Problems";
import { useSubmit } from "./useSubmit";
import type { Checked } from "./useValidation";

interface StandingProps {
  text: string;
  drafting: Drafting;
  checked: Checked;
  situation: SituationDocument | undefined;
  /** Nothing was edited nor sent yet: what is missing is still to be filled in, and no problem. */
  isUntouched: boolean;
  /** Sending was tried. */
  ask(): void;
}

/** How the draft stands: what is wrong with it, what it costs, and the way to its evaluation. Always in view. */
export function Standing({ text, drafting, checked, situation, isUntouched, ask }: StandingProps) {
  const { submit, isSending, problem, wait } = useSubmit(text, drafting);
  const list = useRef<HTMLDivElement>(null);
  const problems = checked.validation?.problems ?? [];
  const isRefused = checked.isCurrent && problems.length > 0;
  const send = () => {
    ask();
    if (isRefused) goToOwner(problems[0]!.pointer);
    else submit();
  };
  return (
    <aside class="standing" aria-label="Problems, cost and submission">
      <div class="standing-bar" aria-busy={!checked.isCurrent}>
        <button type="button" class="button button-quiet standing-verdict" onClick={() => list.current?.focus()}>
          <span role="status">{verdict(checked, isUntouched)}</span>
          <span class="soft small" aria-hidden="true">{!checked.isCurrent && checked.validation && "being checked"}</span>
        </button>
        <button type="button" class="button button-main" disabled={isSending || wait > 0} onClick={send}>
          {isSending ? "Sending" : wait > 0 ? `Again in ${wait} s` : "Evaluate it"}
        </button>
        {problem && (
          <div class="standing-refused">
            <ProblemNotice problem={problem} />
            {isAway(problem.status) && <p class="small">Sending it again is safe: it never becomes two scenarios.</p>}
          </div>
        )}
      </div>
      <div class="standing-rest" ref={list} tabIndex={-1}>
        <Problems checked={checked} situation={situation} />
        <Cost checked={checked} document={drafting.version.document} situation={situation} />
        <Steps drafting={drafting} />
        {situation && <Glance situation={situation} />}
      </div>
    </aside>
  );
}

const isAway = (status: number) => status === 0 || status >= 500;

function verdict({ validation, problem }: Checked, isUntouched: boolean): string {
  if (!validation && !problem) return "Being checked";
  if (problem) return "? Could not be checked";
  const count = validation?.problems.length ?? 0;
  if (isUntouched && count > 0 && validation?.problems.every(({ pointer }) => pointer === "/title")) return "1 thing still to fill in";
  return count === 0 ? "✓ Can be evaluated" : `✕ ${count} ${count === 1 ? "problem" : "problems"}`;
}

function Steps({ drafting }: { drafting: Drafting }) {
  const step = (label: string, take: (() => void) | undefined) => (
    <button type="button" class="button button-quiet" disabled={!take} onClick={take}>
      {label}
    </button>
  );
  return (
    <div class="steps">
      {step("↶ Undo", drafting.undo)}
      {step("↷ Redo", drafting.redo)}
      {step("Back to the start", drafting.startAgain)}
      <p class="small soft">{drafting.isKept ? "The draft stays in this browser until it is submitted." : "This browser keeps no drafts: what is not submitted is lost when the page is left."}</p>
    </div>
  );
}
