import type { PointedProblem } from "../../../api/types";

export interface Pointed {
  problems: readonly PointedProblem[];
  /** The place that a control is about; what lies within is its own. */
  pointer: string;
  /** Places within that have controls of their own. */
  but?: readonly string[];
}

export function problemsAt({ problems, pointer, but = [] }: Pointed): readonly PointedProblem[] {
  const isIn = (place: string, whole: string) => place === whole || place.startsWith(`${whole}/`);
  return problems.filter((problem) => isIn(problem.pointer, pointer) && !but.some((other) => isIn(problem.pointer, other)));
}

/** What is wrong with a value, at its control. */
export function ProblemLines(pointed: Pointed) {
  return (
    <>
      {problemsAt(pointed).map(({ pointer, detail }) => (
        <p key={pointer + detail} class="start-problem told">
          {detail}
        </p>
      ))}
    </>
  );
}
