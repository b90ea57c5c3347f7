import { useState } from "preact/hooks";
import { go, link } from "../router";
import * as addresses from "./addresses";
import { post, Refusal, submissionKey } from "./client";
import type { Problem } from "./types";

const tries = 3;

/** Submits a scenario and goes to it, or to a section of it. Sent again under one key where the service is away, so that it never becomes two. */
export function useSubmission() {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const submit = async (document: unknown, section?: string) => {
    setSending(true);
    setProblem(undefined);
    try {
      const id = await send(document, submissionKey());
      go(link(["scenarios", id, ...(section ? [section] : [])]));
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      setProblem(failure.problem);
    } finally {
      setSending(false);
    }
  };
  return { submit: (document: unknown, section?: string) => void submit(document, section), isSending, problem };
}

async function send(document: unknown, key: string): Promise<string> {
  for (let round = 1; ; round++) {
    try {
      return (await post<{ id: string }>(addresses.scenarios, document, { "Idempotency-Key": key })).body.id;
    } catch (failure) {
      const isAway = failure instanceof Refusal && (failure.problem.status === 503 || failure.problem.status === 0);
      if (!isAway || round === tries) throw failure;
      await new Promise((next) => setTimeout(next, (failure.retryAfter ?? 1) * 1000));
    }
  }
}
