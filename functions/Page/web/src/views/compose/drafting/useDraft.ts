import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { begin, change, redo, undo, type History, type Version } from "../model/history";
import { isObject, withValueAt, type Json, type JsonObject } from "../model/pointer";
import { dropDraft, keepDraft, type Draft, type Sent } from "./drafts";
import type { Place } from "./place";
import type { Start } from "./start";

export type Change = readonly [place: string, value: Json | undefined];

/** Changes the document at some places; changes of the same control in quick succession are one step back. */
export type Edit = (control: string, ...changes: readonly Change[]) => void;

export interface Drafting {
  version: Version;
  start: Start;
  edit: Edit;
  /** Takes a document as it was typed. */
  type(text: string): void;
  undo?: () => void;
  redo?: () => void;
  startAgain?: () => void;
  /** False where the browser keeps no drafts. */
  isKept: boolean;
  sent: Sent | undefined;
  setSent(sent: Sent | undefined): void;
  drop(): void;
}

export function useDraft(place: Place, start: Start, kept: Draft | undefined): Drafting {
  const first: Version = { document: start.document, text: null };
  const [history, setHistory] = useState<History>(() => (kept ? { ...begin(first), past: [first], now: kept.version } : begin(first)));
  const [isKept, setKept] = useState(true);
  const sent = useRef(kept?.sent);
  const isOver = useRef(false);
  const isTouched = history.past.length > 0 || history.future.length > 0;

  const keep = (version: Version) =>
    !isOver.current && setKept(keepDraft(place, { start, version, savedAt: new Date().toISOString(), ...(sent.current && { sent: sent.current }) }));
  useEffect(() => {
    if (isTouched) keep(history.now);
  }, [history.now]);

  const edit = useCallback<Edit>((control, ...changes) => setHistory((before) => {
    const document = changes.reduce((each, [at, value]) => withoutEmpty(withValueAt(each, at, value)), before.now.document);
    return change(before, { document, text: null }, control, Date.now());
  }), []);
  const type = useCallback((text: string) => setHistory((before) => change(before, { document: read(text) ?? before.now.document, text }, "document", Date.now())), []);

  return {
    version: history.now,
    start,
    edit,
    type,
    ...(history.past.length > 0 && { undo: () => setHistory(undo) }),
    ...(history.future.length > 0 && { redo: () => setHistory(redo) }),
    ...(isTouched && history.now.document !== start.document && { startAgain: () => setHistory((before) => change(before, first, "start", Date.now())) }),
    isKept,
    sent: sent.current,
    setSent: (next) => {
      sent.current = next;
      keep(history.now);
    },
    drop: () => {
      isOver.current = true;
      dropDraft(place);
    },
  };
}

function read(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What was taken out leaves no empty shells behind. */
function withoutEmpty(document: JsonObject): JsonObject {
  return ["/assumptions/overrides", "/assumptions/profiles", "/assumptions"].reduce((each, place) => {
    const value = place.split("/").slice(1).reduce<Json | undefined>((at, name) => (isObject(at) ? at[name] : undefined), each);
    return isObject(value) && Object.keys(value).length === 0 ? withValueAt(each, place, undefined) : each;
  }, document);
}
