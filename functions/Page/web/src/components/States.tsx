// The honest states of whatever has to be fetched: on its way, nothing there, refused.
import type { ComponentChildren } from "preact";
import type { PlacedProblem, Problem } from "../api/types";

/** Takes the room that what is on its way will need, so that nothing jumps when it comes. */
export function Loading({ what, height = 12 }: { what: string; height?: number }) {
  return (
    <div class="loading" role="status" aria-busy="true" style={{ minHeight: `${height}rem` }}>
      <span>Reading {what} …</span>
    </div>
  );
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <div class="notice">{children}</div>;
}

/** A refusal in its own words, with everything that it points at, and what may help: a sign-in is the page's own to ask for. */
export function ProblemNotice({ problem, retry }: { problem: Problem; retry?: () => void }) {
  return (
    <div class="notice notice-problem" role="alert">
      <strong>{problem.title}</strong>
      <p class="told">{problem.detail}</p>
      {problem.problems && <PointedProblems problems={problem.problems} />}
      {problem.status === 401 ? (
        <button type="button" class="button" onClick={() => location.reload()}>
          Sign in again
        </button>
      ) : (
        retry && (
          <button type="button" class="button" onClick={retry}>
            Try again
          </button>
        )
      )}
    </div>
  );
}

/** Each problem with its place: in a document the JSON Pointer, in a query the name of the parameter. */
export function PointedProblems({ problems }: { problems: readonly PlacedProblem[] }) {
  return (
    <ol class="problems" tabIndex={0} aria-label="Problems of the document">
      {problems.map(({ pointer, parameter, detail }) => (
        <li key={`${pointer ?? parameter} ${detail}`}>
          <code class="told">{pointer || parameter || "the whole document"}</code>
          <span class="told">{detail}</span>
        </li>
      ))}
    </ol>
  );
}
