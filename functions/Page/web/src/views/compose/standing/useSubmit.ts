import { useEffect, useRef, useState } from "preact/hooks";
import * as addresses from "../../../api/addresses";
import { post, Refusal } from "../../../api/client";
import { isSettled, newKey } from "../../../api/keys";
import type { Problem } from "../../../api/types";
import { go, link } from "../../../router";
import type { Drafting } from "../drafting/useDraft";

export interface Submitting {
  submit(): void;
  isSending: boolean;
  problem?: Problem;
  /** Seconds for which it is of no use to send again. */
  wait: number;
}

/**
 * Sends a document and goes to its evaluation. The key is made once for a text and kept with the draft, also over a reload, until the
 * answer is known: so that a second click, or a second try after an answer that was lost, makes no second scenario.
 */
export function useSubmit(text: string, { sent, setSent, drop }: Drafting): Submitting {
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const isBusy = useRef(false);
  const [wait, setWait] = useCountdown();
  useEffect(() => setRefusal(undefined), [text]);
  const submit = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    setSending(true);
    setRefusal(undefined);
    const attempt = sent?.body === text ? sent : { key: newKey(), body: text };
    setSent(attempt);
    try {
      const { body } = await post<{ id: string }>(addresses.scenarios, text, { "Idempotency-Key": attempt.key });
      drop();
      go(link(["scenarios", body.id]));
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      if (isSettled(failure)) setSent(undefined);
      setRefusal(failure);
      setWait(Math.ceil(failure.retryAfter ?? 0));
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  };
  return { submit: () => void submit(), isSending, wait, ...(refusal && { problem: refusal.problem }) };
}

function useCountdown(): readonly [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}
