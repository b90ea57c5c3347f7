// What a scenario says of an issue, in the forms that the wire format knows.
import { isObject, type Json, type JsonObject } from "./pointer";
import { rangeOf, type Span } from "./range";

export type TermKind = "unmentioned" | "decided" | "open" | "unreadable";

export interface Term {
  kind: TermKind;
  /** Missing where nothing is said, or nothing that can be read. */
  range?: Span;
  source?: string;
  note?: string;
  isSpecified: boolean;
}

export function termOf(value: Json | undefined): Term {
  if (value === undefined) return { kind: "unmentioned", isSpecified: true };
  if (typeof value === "number") return { kind: "decided", range: rangeOf(value), isSpecified: true };
  if (!isObject(value)) return { kind: "unreadable", isSpecified: true };
  const told = { ...textOf(value, "source"), ...textOf(value, "note"), isSpecified: value["specified"] !== false };
  if (typeof value["value"] === "number") return { ...told, kind: "decided", range: rangeOf(value["value"]) };
  const { low, mode, high } = value;
  return typeof low === "number" && typeof mode === "number" && typeof high === "number"
    ? { ...told, kind: "open", range: { low, mode, high } }
    : { ...told, kind: "unreadable" };
}

/** The same term with another range, in the form in which it stands. */
export function withRange(value: Json | undefined, range: Span): Json {
  if (typeof value === "number") return range.mode;
  if (!isObject(value)) return range.mode;
  return "value" in value ? { ...value, value: range.mode } : { ...value, low: range.low, mode: range.mode, high: range.high };
}

const spread = 10;

/** The same term in another form: decided where it was thought to be, open around what was decided. */
export function as(kind: "decided" | "open", value: Json | undefined, start: number): Json {
  const term = termOf(value);
  const at = term.range?.mode ?? start;
  if (kind === "decided") return decidedAt(at, term.note);
  const note: JsonObject = term.note === undefined ? {} : { note: term.note };
  return { low: Math.max(0, at - spread), mode: at, high: Math.min(100, at + spread), source: term.source ?? "judgement", ...note };
}

/** The shortest form: a number, unless there is something to note. */
export const decidedAt = (value: number, note: string | undefined): Json => (note === undefined ? value : { value, note });

function textOf(value: JsonObject, member: "source" | "note"): Partial<Record<"source" | "note", string>> {
  const text = value[member];
  return typeof text === "string" ? { [member]: text } : {};
}
