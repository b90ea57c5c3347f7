/** Moves the focus once what was just changed has been drawn, so that whoever works by keyboard goes on where the change is. */
export function focusSoon(selector: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus()));
}
