import { useEffect, useState } from "preact/hooks";
import { forget, keep, recall } from "../../../api/keeping";
import type { Draft } from "./draft";

export interface Drafting {
  draft: Draft;
  change(part: Partial<Draft>): void;
  /** It has become a sweep. */
  drop(): void;
}

/** What is being put together. The tab keeps it over a reload, as to sign in again, until it is started. */
export function useDraft(of: string, begin: () => Draft): Drafting {
  const name = `sweep draft ${of}`;
  const [draft, setDraft] = useState(() => kept(name) ?? begin());
  const [isTouched, setTouched] = useState(false);
  useEffect(() => {
    if (isTouched) keep(name, JSON.stringify(draft));
  }, [draft, isTouched]);
  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setTouched(true);
  };
  return { draft, change, drop: () => forget(name) };
}

function kept(name: string): Draft | undefined {
  const text = recall(name);
  return text === undefined ? undefined : (JSON.parse(text) as Draft);
}
