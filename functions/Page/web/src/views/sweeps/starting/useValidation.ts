import { useEffect, useState } from "preact/hooks";
import * as addresses from "../../../api/addresses";
import { post, Refusal } from "../../../api/client";
import type { SweepDocument, SweepValidation } from "../../../api/sweep";
import type { Problem } from "../../../api/types";

export interface Validation {
  read?: SweepValidation;
  problem?: Problem;
  /** Something has changed since, and is being asked about. */
  isAsking: boolean;
}

const pause = 350;

/** What submitting would say, asked when typing pauses. */
export function useValidation(document: SweepDocument | null): Validation {
  const text = document && JSON.stringify(document);
  const [answer, setAnswer] = useState<{ of: string; read?: SweepValidation; problem?: Problem }>();
  useEffect(() => {
    if (!text) return;
    let isWanted = true;
    const timer = setTimeout(() => {
      post<SweepValidation>(addresses.sweepValidation, text).then(
        ({ body }) => isWanted && setAnswer({ of: text, read: body }),
        (failure) => {
          if (!(failure instanceof Refusal)) throw failure;
          if (isWanted) setAnswer({ of: text, problem: failure.problem });
        },
      );
    }, pause);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text]);
  return { ...(answer?.read && { read: answer.read }), ...(answer?.problem && { problem: answer.problem }), isAsking: text !== null && answer?.of !== text };
}
