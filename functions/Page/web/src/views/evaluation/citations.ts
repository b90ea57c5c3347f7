import type { Sentence } from "../../api/types";

/** What some sentences rest on, each once. */
export function citationsOf(sentences: readonly Sentence[] | undefined): string[] {
  return [...new Set(sentences?.flatMap((sentence) => sentence.citations))];
}
