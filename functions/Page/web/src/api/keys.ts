// Keys of submissions. One stands for one document until its answer is known: what is sent again then, by whomever, never becomes two.
import type { Refusal } from "./client";

const kept = new Map<string, string>();

/** The key of a document; the same one until it is forgotten. */
export function keyOf(document: string): string {
  const key = kept.get(document) ?? newKey();
  kept.set(document, key);
  return key;
}

/** Once it is known what became of the document: who sends it once more means another one. */
export function forgetKey(document: string): void {
  kept.delete(document);
}

/** It may have been accepted all the same. */
export const isUnknown = ({ problem: { status } }: Refusal): boolean => status === 0 || status >= 500;

export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
