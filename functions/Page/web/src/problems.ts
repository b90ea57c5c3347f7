// Problems of a document in the words of the controls: the interface names members, the page their labels.
import type { PointedProblem } from "./api/types";

export type Labels = Readonly<Record<string, string>>;

/** Of ranges that are composed. */
export const rangeLabels: Labels = { low: "Lowest", mode: "Likeliest", high: "Highest" };

/** Of values that a sweep goes through. */
export const variedLabels: Labels = { low: "From", high: "To" };

/** A problem of a member that has a label, with the labels in place of the members' names. */
export function inLabels<Problem extends PointedProblem>(problems: readonly Problem[], labels: Labels): Problem[] {
  const names = new RegExp(`\\b(${Object.keys(labels).join("|")})\\b`, "g");
  const isLabelled = (pointer: string) => Object.hasOwn(labels, pointer.split("/").at(-1)!);
  return problems.map((problem) => (isLabelled(problem.pointer) ? { ...problem, detail: problem.detail.replace(names, (name) => labels[name]!) } : problem));
}
