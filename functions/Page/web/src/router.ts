// Addresses are in the hash: #/scenarios/{id}/{section}?against=statusQuo. What one sees has an address, and an address always shows it.
import { useEffect, useState } from "preact/hooks";

export interface Route {
  path: readonly string[];
  query: URLSearchParams;
}

export function readRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  return { path: path.split("/").filter(Boolean).map(decode), query: new URLSearchParams(query) };
}

export function link(path: readonly string[], query: Record<string, string | null | undefined> = {}): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) asked.set(name, value);
  const tail = asked.size ? `?${asked}` : "";
  return `#/${path.map(encodeURIComponent).join("/")}${tail}`;
}

/** The same place with other settings; one that is empty is left out. */
export function linkWith(route: Route, query: Record<string, string | null | undefined>): string {
  return link(route.path, { ...Object.fromEntries(route.query), ...query });
}

export function go(address: string): void {
  location.hash = address;
}

/** Changes a setting of the place without a step in the history. */
export function replace(address: string): void {
  history.replaceState(null, "", address);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => readRoute(location.hash));
  useEffect(() => {
    const changed = () => setRoute(readRoute(location.hash));
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  return route;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // Typed by hand.
  }
}
