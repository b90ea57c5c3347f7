import { useEffect, useState } from "preact/hooks";
import * as addresses from "../../../api/addresses";
import { post, Refusal } from "../../../api/client";
import type { SweepDocument, SweepValidation } from "../../../api/sweep";
import type { Problem } from "../../../api/types";
import { inLabels, variedLabels } from "../../../problems";

export interface Validation {
  read?: SweepValidation;
  problem?: Problem;
  /** Something has changed since, and is being asked about. */
  isAsking: boolean;
}

const pause = 350;

/** What submitting would say, asked when typing pauses, and again when a refusal says so. */
export function useValidation(document: SweepDocument | null): Validation {
  const text = document && JSON.stringify(document);
  const [answer, setAnswer] = useState<{ of: string; read?: SweepValidation; problem?: Problem }>();
  useEffect(() => {
    if (!text) return;
    let isWanted = true;
    let timer = setTimeout(ask, pause);
    async function ask() {
      try {
        const { body } = await post<SweepValidation>(addresses.sweepValidation, text);
        if (isWanted) setAnswer({ of: text!, read: { ...body, problems: inLabels(body.problems, variedLabels) } });
      } catch (failure) {
        if (!(failure instanceof Refusal)) throw failure;
        if (!isWanted) return;
        setAnswer({ of: text!, problem: failure.problem });
        if (failure.retryAfter !== undefined) timer = setTimeout(ask, Math.max(failure.retryAfter, 1) * 1000);
      }
    }
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text]);
  return { ...(answer?.read && { read: answer.read }), ...(answer?.problem && { problem: answer.problem }), isAsking: text !== null && answer?.of !== text };
}
