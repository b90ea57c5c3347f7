export type Theme = "light" | "dark";

const key = "theme";

export const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

/** What the reader has chosen; null follows the system. */
export function chosenTheme(): Theme | null {
  try {
    const chosen = localStorage.getItem(key);
    return chosen === "light" || chosen === "dark" ? chosen : null;
  } catch {
    return null; // Storage may be forbidden.
  }
}

export function currentTheme(): Theme {
  return chosenTheme() ?? (systemIsDark.matches ? "dark" : "light");
}

export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // It then holds until the page is left.
  }
  applyTheme(theme);
}

export function applyTheme(theme: Theme | null): void {
  if (theme) document.documentElement.dataset["theme"] = theme;
}
