// Judgements as three handles on a scale.
import type { Judged } from "../../../api/situation";

/** Low, likeliest and high, whatever they rest on. */
export interface Span {
  low: number;
  mode: number;
  high: number;
}

export type Handle = keyof Span;
export const handles: readonly Handle[] = ["low", "mode", "high"];

/** What a handle may be moved over, and in which steps. */
export interface Domain {
  from: number;
  to: number;
  step: number;
}

export const points: Domain = { from: 0, to: 100, step: 1 };

export const clamp = (value: number, from: number, to: number): number => Math.min(Math.max(value, from), to);

export const rangeOf = (quantity: Judged): Span => (typeof quantity === "number" ? { low: quantity, mode: quantity, high: quantity } : quantity);

export const isDecided = ({ low, high }: Span): boolean => low === high;

/** What was typed may not be, and then says nothing that could be judged. */
export const isInOrder = ({ low, mode, high }: Span): boolean => low <= mode && mode <= high;

/** Numbers that were typed may be in any order; handles keep it. */
export function ordered({ low, mode, high }: Span): Span {
  const [first, second, third] = [low, mode, high].sort((one, other) => one - other) as [number, number, number];
  return { low: first, mode: second, high: third };
}

/** How far a handle goes: to the next one, or to the end of the scale. */
export function reachIn(range: Span, handle: Handle, { from, to }: Domain): readonly [number, number] {
  const { low, mode, high } = ordered(range);
  if (handle === "low") return [from, Math.max(from, mode)];
  return handle === "high" ? [Math.min(to, mode), to] : [low, high];
}

export function moved(range: Span, handle: Handle, to: number, domain: Domain): Span {
  const [least, most] = reachIn(range, handle, domain);
  return { ...ordered(range), [handle]: clamp(to, least, most) };
}

/** The handle that a click at a place means: the nearest, and of several in one place the one that can go there. */
export function handleNear(range: Span, at: number): Handle {
  const { low, mode, high } = ordered(range);
  const distances: readonly (readonly [Handle, number])[] = [["mode", Math.abs(mode - at)], ["low", Math.abs(low - at)], ["high", Math.abs(high - at)]];
  const least = Math.min(...distances.map(([, distance]) => distance));
  const near = distances.filter(([, distance]) => distance === least).map(([handle]) => handle);
  if (near.length === 1) return near[0]!;
  return at < low ? "low" : at > high ? "high" : near[0]!;
}

/** A place on the scale as a percentage of its width. */
export function percentOf(value: number, { from, to }: Domain): number {
  return clamp(((value - from) / (to - from)) * 100, 0, 100);
}

/** To a step, without the dust of binary fractions. */
export function stepped(value: number, { from, step }: Domain): number {
  return Number((from + Math.round((value - from) / step) * step).toPrecision(12));
}
