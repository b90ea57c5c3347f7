// Every view of the page. A new one gets an entry here and a folder in views/.
import type { ComponentType } from "preact";
import type { Route } from "./router";

export interface ViewProps {
  route: Route;
}

export interface View {
  /** The first part of its addresses. */
  name: string;
  /** In the navigation, where it stands there. */
  label?: string;
  matches(path: readonly string[]): boolean;
  load(): Promise<ComponentType<ViewProps>>;
}

export const views: readonly View[] = [
  {
    name: "scenarios",
    label: "Scenarios",
    matches: (path) => path.length === 0 || (path[0] === "scenarios" && path.length === 1),
    load: async () => (await import("./views/scenarios/ScenariosView")).ScenariosView,
  },
  {
    name: "scenarios",
    matches: (path) => path[0] === "scenarios" && (path.length === 2 || path.length === 3),
    load: async () => (await import("./views/evaluation/EvaluationView")).EvaluationView,
  },
  {
    name: "compose",
    label: "Compose",
    matches: (path) => path[0] === "compose" && path.length === 1,
    load: async () => (await import("./views/compose/ComposeView")).ComposeView,
  },
  {
    name: "compare",
    label: "Compare",
    matches: (path) => path[0] === "compare" && path.length === 1,
    load: async () => (await import("./views/compare/CompareView")).CompareView,
  },
  {
    name: "sweeps",
    label: "Sweeps",
    matches: (path) => path[0] === "sweeps" && path.length === 1,
    load: async () => (await import("./views/sweeps/SweepsView")).SweepsView,
  },
  {
    name: "sweeps",
    matches: (path) => path[0] === "sweeps" && path[1] === "new" && path.length === 2,
    load: async () => (await import("./views/sweeps/starting/StartView")).StartView,
  },
  {
    name: "sweeps",
    matches: (path) => path[0] === "sweeps" && path.length === 2,
    load: async () => (await import("./views/sweeps/SweepView")).SweepView,
  },
];

export const hasView = (name: string): boolean => views.some((view) => view.name === name);
