// Keys of submissions. One stands for one document until its answer is known: what is sent again then, by whomever, never becomes two.
// The tab keeps them, since what may help is often a reload: to sign in again, or because the page hangs.
import type { Refusal } from "./client";
import { forget, keep, recall } from "./keeping";

const nameOf = (document: string): string => `key ${document}`;

/** The key of a document; the same one until it is forgotten. */
export function keyOf(document: string): string {
  const key = recall(nameOf(document)) ?? newKey();
  keep(nameOf(document), key);
  return key;
}

/** Once it is known what became of the document: who sends it once more means another one. */
export function forgetKey(document: string): void {
  forget(nameOf(document));
}

// Said before the key is looked up, and so nothing about what an attempt before it came to.
const atTheDoor = [401, 403, 408, 429];

/** The answer says what became of the document: it was refused, or what was made of it is gone. */
export const isSettled = ({ problem: { status } }: Refusal): boolean => status >= 400 && status < 500 && !atTheDoor.includes(status);

export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
