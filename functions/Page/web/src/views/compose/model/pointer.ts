// JSON Pointers (RFC 6901), and changes of a document at them. A document is never changed in place: what an edit does not touch stays
// the same object, so that only what shows it is drawn again.

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: Json;
}

export const pointer = (...names: readonly string[]): string => names.map((name) => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

export const namesOf = (place: string): string[] =>
  place === "" ? [] : place.slice(1).split("/").map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));

export const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);

const has = (value: JsonObject, name: string): boolean => Object.prototype.hasOwnProperty.call(value, name);

export function valueAt(document: Json, place: string): Json | undefined {
  let value: Json | undefined = document;
  for (const name of namesOf(place)) {
    if (!isObject(value) || !has(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

/** Whatever stands in the way of the place and is no object gives way to one; undefined takes the member out. */
export function withValueAt(document: JsonObject, place: string, value: Json | undefined): JsonObject {
  return changed(document, namesOf(place), value);
}

function changed(at: JsonObject, [name, ...rest]: readonly string[], value: Json | undefined): JsonObject {
  if (name === undefined) return isObject(value) ? value : at;
  const before = has(at, name) ? at[name] : undefined;
  if (value === undefined && rest.length > 0 && !isObject(before)) return at;
  const after = rest.length === 0 ? value : changed(isObject(before) ? before : {}, rest, value);
  // Entries rather than assignment, since a member may be called __proto__.
  const others = Object.entries(at);
  if (after === undefined) return Object.fromEntries(others.filter(([other]) => other !== name));
  return Object.fromEntries(before === undefined ? [...others, [name, after]] : others.map(([other, kept]) => [other, other === name ? after : kept]));
}

/** True where a place is another one or lies in it. */
export const isWithin = (place: string, other: string): boolean => place === other || place.startsWith(`${other}/`);
