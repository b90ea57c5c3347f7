import { useEffect, useState } from "preact/hooks";
import { link, type Route } from "../router";
import { views } from "../views";
import { chooseTheme, currentTheme, systemIsDark, type Theme } from "./theme";

export function Masthead({ route }: { route: Route }) {
  return (
    <header class="masthead">
      <div class="masthead-inner">
        <a class="wordmark" href={link(["scenarios"])}>
          Parley
        </a>
        <nav aria-label="Views">
          <ul>
            {views.filter((view) => view.label).map((view) => (
              <li key={view.name}>
                <a href={link([view.name])} aria-current={(route.path[0] ?? "scenarios") === view.name ? "page" : undefined}>
                  {view.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <ThemeButton />
      </div>
    </header>
  );
}

function ThemeButton() {
  const [theme, setTheme] = useState<Theme>(currentTheme);
  useEffect(() => {
    const follow = () => setTheme(currentTheme());
    systemIsDark.addEventListener("change", follow);
    return () => systemIsDark.removeEventListener("change", follow);
  }, []);
  const other: Theme = theme === "dark" ? "light" : "dark";
  const change = () => {
    chooseTheme(other);
    setTheme(other);
  };
  return (
    <button type="button" class="button button-quiet" onClick={change}>
      <span aria-hidden="true">{other === "dark" ? "☾" : "☀"}</span> {other === "dark" ? "Dark" : "Light"}
      <span class="unseen"> theme</span>
    </button>
  );
}
