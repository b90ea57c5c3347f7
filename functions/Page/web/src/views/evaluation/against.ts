import type { Baseline } from "../../api/types";
import { linkWith, replace, type Route } from "../../router";

/** The baseline that the address names; no deal where it names none. */
export const againstOf = (route: Route): Baseline => (route.query.get("against") === "statusQuo" ? "statusQuo" : "noDeal");

export const chooseAgainst = (route: Route, value: Baseline): void => replace(linkWith(route, { against: value === "noDeal" ? null : value }));
