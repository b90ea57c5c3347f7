import { goToOwner } from "./owner";
import type { Checked } from "./useValidation";

/** Every problem, each leading to the control that caused it. */
export function Problems({ checked: { validation, problem } }: { checked: Checked }) {
  const problems = validation?.problems ?? [];
  return (
    <section aria-label="Problems">
      <h2 class="standing-title">Problems</h2>
      <ul class="standing-problems" tabIndex={0} aria-label="Problems of the draft">
        {problem && <li class="told small">{problem.title}. {problem.detail}</li>}
        {!problem && problems.length === 0 && <li class="soft small">None.</li>}
        {problems.map(({ pointer, detail }) => (
          <li key={`${pointer} ${detail}`}>
            <button type="button" class="linklike" onClick={() => goToOwner(pointer)}>
              <span class="told">{detail}</span>
              <code class="told">{pointer || "the whole document"}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
