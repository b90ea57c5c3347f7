import { useEffect, useState } from "preact/hooks";
import * as addresses from "../../../api/addresses";
import { post, Refusal } from "../../../api/client";
import type { Problem, Validation } from "../../../api/types";
import { inLabels, rangeLabels } from "../../../problems";

export interface Checked {
  /** Of the last document that was checked. */
  validation?: Validation;
  /** Why the document could not be checked. */
  problem?: Problem;
  /** False while what is known is of an earlier text. */
  isCurrent: boolean;
}

const pauseMs = 300;

/** What the interface says of a document, asked when nothing has changed for a moment; of several answers the latest question's counts. */
export function useValidation(text: string): Checked {
  const [checked, setChecked] = useState<Omit<Checked, "isCurrent"> & { text?: string }>({});
  useEffect(() => {
    let isWanted = true;
    let timer = setTimeout(ask, pauseMs);
    async function ask() {
      try {
        const { body } = await post<Validation>(addresses.validation, text);
        if (isWanted) setChecked({ text, validation: { ...body, problems: inLabels(body.problems, rangeLabels) } });
      } catch (failure) {
        if (!(failure instanceof Refusal)) throw failure;
        if (!isWanted) return;
        setChecked((before) => ({ ...before, text, problem: failure.problem }));
        if (failure.retryAfter !== undefined) timer = setTimeout(ask, Math.max(failure.retryAfter, 1) * 1000);
      }
    }
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text]);
  const { text: asked, ...known } = checked;
  return { ...known, isCurrent: asked === text };
}
