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
  return answer.text();
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

/** A key for one submission, under which it can be sent again without becoming two. */
export function submissionKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function send(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address.replace(/^\//, ""), request);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
    throw new Refusal({ title: "Not reached", status: 0, detail: "The service does not answer. It may have been stopped, or the network is away." }, 5);
  }
}

async function read<T>(answer: Response): Promise<T> {
  if (answer.ok) return (await answer.json()) as T;
  throw new Refusal(await problemOf(answer), secondsOf(answer));
}

async function problemOf(answer: Response): Promise<Problem> {
  const unexplained = { title: "Refused without a reason", status: answer.status, detail: `The service answered with status ${answer.status}.` };
  if (!answer.headers.get("Content-Type")?.startsWith("application/problem+json")) return unexplained;
  return { ...unexplained, ...((await answer.json()) as Problem) };
}

function told<T>(body: T, answer: Response): Answer<T> {
  const retryAfter = secondsOf(answer);
  return retryAfter === undefined ? { body } : { body, retryAfter };
}

function secondsOf(answer: Response): number | undefined {
  const seconds = Number(answer.headers.get("Retry-After") ?? NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}
