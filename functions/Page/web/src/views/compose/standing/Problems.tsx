import type { SituationDocument } from "../../../api/situation";
import { rangeLabels } from "../../../problems";
import { nameOf } from "../model/naming";
import { namesOf } from "../model/pointer";
import { goToOwner } from "./owner";
import type { Checked } from "./useValidation";

/** Every problem, each leading to the control that caused it. */
export function Problems({ checked: { validation, problem }, situation }: { checked: Checked; situation: SituationDocument | undefined }) {
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
              <span class="soft small told">{placeOf(pointer, situation)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A place of the document as the page calls it; where the page has no name for it, its pointer. */
function placeOf(pointer: string, situation: SituationDocument | undefined): string {
  if (pointer === "") return "the whole document";
  const [part, name, ...rest] = namesOf(pointer);
  if (!situation || name === undefined) return pointer;
  const member = rest.at(-1);
  const label = member === undefined ? "" : `: ${Object.hasOwn(rangeLabels, member) ? rangeLabels[member] : member}`;
  if (part === "terms" && Object.hasOwn(situation.issues, name)) return `${situation.issues[name]!.name}${label}`;
  const [overridden, within] = rest;
  if (part !== "assumptions" || name !== "overrides" || overridden === undefined) return pointer;
  return `${nameOf(situation, namesOf(overridden))}${within === undefined ? "" : label}`;
}
