import type { PointedProblem } from "../../../api/types";

/** The problems of one control, in room that is there before they are. */
export function ProblemLine({ id, problems }: { id: string; problems: readonly PointedProblem[] }) {
  return (
    <span id={id} class="problem-line told">
      {problems.length > 0 && (
        <>
          <span aria-hidden="true">✕ </span>
          {problems.map(({ detail }) => detail).join(" ")}
        </>
      )}
    </span>
  );
}
