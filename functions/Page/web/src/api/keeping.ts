// What a tab keeps over a reload, such as that of a sign-in. Where the browser keeps nothing, or has no room, it lasts until then.

const unkept = new Map<string, string>();

export function keep(name: string, text: string): void {
  try {
    sessionStorage.setItem(name, text);
    unkept.delete(name);
  } catch {
    unkept.set(name, text);
  }
}

export function recall(name: string): string | undefined {
  try {
    return unkept.get(name) ?? sessionStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

export function forget(name: string): void {
  unkept.delete(name);
  try {
    sessionStorage.removeItem(name);
  } catch {
    // Then there is none.
  }
}
