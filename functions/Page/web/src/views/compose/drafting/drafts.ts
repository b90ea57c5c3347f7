// Drafts in the browser's own storage, so that a reload, or a browser that is closed, loses nothing.
import type { Version } from "../model/history";
import { addressOf, type Place } from "./place";
import type { Start } from "./start";

export interface Draft {
  start: Start;
  version: Version;
  savedAt: string;
  /** What was sent under which key, until the answer is known. */
  sent?: Sent;
}

export interface Sent {
  key: string;
  body: string;
}

const prefix = "draft ";
const nameOf = (place: Place): string => prefix + addressOf(place);

export function readDraft(place: Place): Draft | undefined {
  try {
    const stored = localStorage.getItem(nameOf(place));
    return stored === null ? undefined : (JSON.parse(stored) as Draft);
  } catch {
    return undefined; // Storage may be forbidden, or hold what an older page left.
  }
}

/** False where the browser keeps nothing. */
export function keepDraft(place: Place, draft: Draft): boolean {
  try {
    localStorage.setItem(nameOf(place), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(place: Place): void {
  try {
    localStorage.removeItem(nameOf(place));
  } catch {
    // Then there is none.
  }
}

/** Addresses and titles of what was begun, the newest first. */
export function listDrafts(): { address: string; title: string; savedAt: string }[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix)).map((name) => {
      const { version, savedAt } = JSON.parse(localStorage.getItem(name)!) as Draft;
      const title = version.document["title"];
      return { address: name.slice(prefix.length), title: typeof title === "string" && title ? title : "Without a title", savedAt };
    }).sort((one, other) => other.savedAt.localeCompare(one.savedAt));
  } catch {
    return [];
  }
}
