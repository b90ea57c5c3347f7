// Requests to the same interface that everybody has. Addresses are relative: the page is served by what it asks.
import type { Problem } from "./types";

export interface Answer<T> {
  body: T;
  /** Seconds after which to ask again, where the answer says so. */
  retryAfter?: number;
}

/** The interface has refused, or could not be reached; then the problem is the page's own words for that. */
export class Refusal extends Error {
  constructor(readonly problem: Problem, readonly retryAfter?: number) {
    super(problem.title);
  }
}

interface Kept {
  etag: string;
  body: unknown;
}

// By address: what was read with a tag is asked about, not read again.
const kept = new Map<string, Kept>();

export async function get<T>(address: string, signal?: AbortSignal): Promise<Answer<T>> {
  const known = kept.get(address);
  const answer = await send(address, { ...(signal && { signal }), cache: "no-store", headers: known ? { "If-None-Match": known.etag } : {} });
  if (answer.status === 304 && known) return told(known.body as T, answer);
  const body = await read<T>(answer);
  const etag = answer.headers.get("ETag");
  if (etag) kept.set(address, { etag, body });
  return told(body, answer);
}

/** A table of the interface, as it would stand in a file. */
export async function getTable(address: string): Promise<string> {
  const answer = await send(address, { headers: { Accept: "text/csv" } });
  if (!answer.ok) throw new Refusal(await problemOf(answer), secondsOf(answer));
  return contentOf(() => answer.text());
}

export async function post<T>(address: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
  const content = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  const answer = await send(address, {
    method: "POST",
    headers: { ...(body !== undefined && { "Content-Type": "application/json" }), ...headers },
    ...content,
  });
  return told(await read<T>(answer), answer);
}

/** Deletes what is there as it was read: on condition of the tag that it came with. */
export async function remove(address: string): Promise<void> {
  const known = kept.get(address);
  const answer = await send(address, { method: "DELETE", headers: known ? { "If-Match": known.etag } : {} });
  if (!answer.ok) throw new Refusal(await problemOf(answer), secondsOf(answer));
  kept.delete(address);
}

async function send(address: string, request: RequestInit): Promise<Response> {
  try {
    const answer = await fetch(address.replace(/^\//, ""), { ...request, redirect: "manual" });
    // The interface sends nobody elsewhere: what guards it does, to its sign-in, where no answer could be read from here.
    if (answer.type === "opaqueredirect") throw new Refusal(signedOut);
    return answer;
  } catch (failure) {
    if (failure instanceof Refusal || isAbort(failure)) throw failure;
    throw new Refusal({ title: "Not reached", status: 0, detail: "The service does not answer. It may have been stopped, or the network is away." }, 5);
  }
}

const signedOut: Problem = { title: "Signed out", status: 401, detail: "The sign-in has run out. Reloading the page signs in again, and comes back to this place." };

const isAbort = (failure: unknown) => failure instanceof DOMException && failure.name === "AbortError";

/** One that is cut off, or is not what it says it is, is as good as none. */
async function contentOf<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (failure) {
    if (isAbort(failure)) throw failure;
    throw new Refusal({ title: "Broken off", status: 0, detail: "The service's answer did not arrive whole." }, 5);
  }
}

async function read<T>(answer: Response): Promise<T> {
  if (answer.ok) return contentOf(async () => (await answer.json()) as T);
  throw new Refusal(await problemOf(answer), secondsOf(answer));
}

async function problemOf(answer: Response): Promise<Problem> {
  if (answer.status === 401 && !isProblem(answer)) return signedOut;
  const unexplained = { title: "Refused without a reason", status: answer.status, detail: `The service answered with status ${answer.status}.` };
  return isProblem(answer) ? { ...unexplained, ...(await contentOf(async () => (await answer.json()) as Problem)) } : unexplained;
}

const isProblem = (answer: Response) => answer.headers.get("Content-Type")?.startsWith("application/problem+json") === true;

function told<T>(body: T, answer: Response): Answer<T> {
  const retryAfter = secondsOf(answer);
  return retryAfter === undefined ? { body } : { body, retryAfter };
}

function secondsOf(answer: Response): number | undefined {
  const seconds = Number(answer.headers.get("Retry-After") ?? NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}
