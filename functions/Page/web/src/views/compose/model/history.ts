// Steps that can be taken back. Many small changes of one control in a row, as when a handle is dragged, are one step.
import type { JsonObject } from "./pointer";

export interface Version {
  document: JsonObject;
  /** The document as it was typed, where it was: it may not be JSON, and then the last that was is in `document`. */
  text: string | null;
}

export interface History {
  past: readonly Version[];
  now: Version;
  future: readonly Version[];
  last?: { control: string; at: number };
}

const mostSteps = 200;
const sameStepWithinMs = 1000;

export const begin = (now: Version): History => ({ past: [], now, future: [] });

export function change(history: History, now: Version, control: string, at: number): History {
  const isSameStep = history.last?.control === control && at - history.last.at < sameStepWithinMs && history.past.length > 0;
  const past = isSameStep ? history.past : [...history.past, history.now].slice(-mostSteps);
  return { past, now, future: [], last: { control, at } };
}

export function undo({ past, now, future }: History): History {
  const before = past.at(-1);
  return before ? { past: past.slice(0, -1), now: before, future: [now, ...future] } : { past, now, future };
}

export function redo({ past, now, future }: History): History {
  const [after, ...rest] = future;
  return after ? { past: [...past, now], now: after, future: rest } : { past, now, future };
}

/** What is sent and shown: as it was typed, or written out. */
export const textOf = ({ document, text }: Version): string => text ?? JSON.stringify(document, null, 2);
