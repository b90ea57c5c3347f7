import { useState } from "preact/hooks";
import * as addresses from "../../../api/addresses";
import { post, Refusal } from "../../../api/client";
import { forgetKey, isSettled, keyOf } from "../../../api/keys";
import type { SweepDocument } from "../../../api/sweep";
import type { Problem } from "../../../api/types";
import { PointedProblems, ProblemNotice } from "../../../components/States";
import { Term } from "../../../components/Term";
import { go, link } from "../../../router";
import { whole } from "../../../words";
import { problemsAt } from "./ProblemLines";
import type { Validation } from "./useValidation";

interface StartFootProps {
  document: SweepDocument;
  validation: Validation;
  isBegun: boolean;
  started(): void;
}

/** How large it would be, and the button that starts it. */
export function StartFoot({ document, validation, isBegun, started }: StartFootProps) {
  const { read, problem, isAsking } = validation;
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Problem>();
  const start = async () => {
    const text = JSON.stringify(document);
    setSending(true);
    setRefusal(undefined);
    try {
      const { body } = await post<{ id: string }>(addresses.sweeps, text, { "Idempotency-Key": keyOf(text) });
      forgetKey(text);
      started();
      go(link(["sweeps", body.id]));
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      if (isSettled(failure)) forgetKey(text);
      setRefusal(failure.problem);
    } finally {
      setSending(false);
    }
  };
  const elsewhere = (read?.problems ?? []).filter((each) => problemsAt({ problems: [each], pointer: "/base" }).length > 0 || each.pointer === "" || each.pointer === "/outputs");
  return (
    <div class="start-foot">
      {isBegun && elsewhere.length > 0 && <PointedProblems problems={elsewhere} />}
      {problem && <ProblemNotice problem={problem} />}
      {refusal && <ProblemNotice problem={refusal} />}
      <div class="row">
        <button type="button" class="button button-main" disabled={!isBegun || isAsking || !read?.valid || isSending} onClick={() => void start()}>
          {isSending ? "Sending …" : "Start the sweep"}
        </button>
        <p class="small" role="status" data-variants={read?.variants} data-cost={read?.cost}>
          {!isBegun ? (
            "Choose at least one term."
          ) : isAsking ? (
            "…"
          ) : read?.valid ? (
            <>
              {whole(read.variants ?? 0)} variants, at a <Term of="cost" /> of {whole(read.cost ?? 0)} units.
            </>
          ) : read ? (
            `${read.problems.length} ${read.problems.length === 1 ? "problem" : "problems"} to be mended first; each stands at its place.`
          ) : null}
        </p>
      </div>
    </div>
  );
}
