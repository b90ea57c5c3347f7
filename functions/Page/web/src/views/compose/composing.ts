// What every control of a composition has at hand.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { PointedProblem } from "../../api/types";
import type { Edit } from "./drafting/useDraft";
import { isWithin, type JsonObject } from "./model/pointer";

export interface Composing {
  document: JsonObject;
  /** What the draft started from. */
  start: JsonObject;
  edit: Edit;
  problems: readonly PointedProblem[];
}

export const ComposingContext = createContext<Composing | undefined>(undefined);

export function useComposing(): Composing {
  const composing = useContext(ComposingContext);
  if (!composing) throw new Error("A control stands outside a composition.");
  return composing;
}

/** The problems at a place of the document and below it. */
export const problemsWithin = (problems: readonly PointedProblem[], place: string): PointedProblem[] =>
  problems.filter(({ pointer }) => isWithin(pointer, place));
