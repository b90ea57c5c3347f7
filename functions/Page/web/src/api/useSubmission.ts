import { useState } from "preact/hooks";
import { go, link } from "../router";
import * as addresses from "./addresses";
import { post, Refusal } from "./client";
import { forgetKey, isSettled, keyOf } from "./keys";
import type { Problem } from "./types";

const tries = 3;

/** Submits a scenario and goes to it, or to a section of it. Where the service is away it is sent again, under one key. */
export function useSubmission() {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const submit = async (document: unknown, section?: string) => {
    setSending(true);
    setProblem(undefined);
    const text = typeof document === "string" ? document : JSON.stringify(document);
    try {
      const id = await send(text);
      forgetKey(text);
      go(link(["scenarios", id, ...(section ? [section] : [])]));
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      if (isSettled(failure)) forgetKey(text);
      setProblem(failure.problem);
    } finally {
      setSending(false);
    }
  };
  return { submit: (document: unknown, section?: string) => void submit(document, section), isSending, problem };
}

async function send(text: string): Promise<string> {
  for (let round = 1; ; round++) {
    try {
      return (await post<{ id: string }>(addresses.scenarios, text, { "Idempotency-Key": keyOf(text) })).body.id;
    } catch (failure) {
      const isAway = failure instanceof Refusal && (failure.problem.status === 503 || failure.problem.status === 0);
      if (!isAway || round === tries) throw failure;
      await new Promise((next) => setTimeout(next, (failure.retryAfter ?? 1) * 1000));
    }
  }
}
