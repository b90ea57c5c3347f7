import type { SituationDocument } from "../../../api/situation";
import type { Inputs } from "../../../api/types";
import { Choice } from "../../../components/Choice";
import { Term } from "../../../components/Term";
import { documentOf, draftOf } from "./draft";
import { Field } from "./Field";
import { Outputs } from "./Outputs";
import { ProblemLines } from "./ProblemLines";
import { StartFoot } from "./StartFoot";
import { useDraft, type Drafting } from "./useDraft";
import { useValidation } from "./useValidation";
import { VariedTerms } from "./VariedTerms";

interface StartProps {
  base: Inputs;
  situation: SituationDocument;
  /** The scenario and the situation, as they are now: for another one the draft would be another. */
  of: string;
}

export interface DraftProps extends Omit<Drafting, "drop"> {
  problems: readonly { pointer: string; detail: string }[];
}

const designs = { grid: "every combination", latinHypercube: "a spread sample" } as const;

export function Start({ base, situation, of }: StartProps) {
  const vetoes = Object.entries(situation.stakeholders).filter(([, { role }]) => role === "veto").map(([id]) => id);
  const { draft, change, drop } = useDraft(of, () => draftOf(base, vetoes));
  const document = documentOf(draft, base);
  const isBegun = Object.keys(draft.varied).length > 0;
  const validation = useValidation(isBegun ? document : null);
  const props: DraftProps = { draft, change, problems: isBegun ? (validation.read?.problems ?? []) : [] };
  return (
    <form class="start" onSubmit={(event) => event.preventDefault()}>
      <Field label="Title" value={draft.title} change={(title) => props.change({ title })} problems={props.problems} pointer="/title" />
      <VariedTerms {...props} base={base} situation={situation} />
      <Design {...props} />
      <Outputs {...props} situation={situation} horizon={base.horizon} />
      <StartFoot document={document} validation={validation} isBegun={isBegun} started={drop} />
    </form>
  );
}

function Design({ draft, change, problems }: DraftProps) {
  return (
    <fieldset>
      <legend>How they are put together</legend>
      <Choice label="Take" options={designs} value={draft.design} choose={(design) => change({ design })} />
      <p class="small soft">
        {draft.design === "grid"
          ? "Every value of a term with every value of the others: easy to read, but it grows fast."
          : "A Latin hypercube: each term takes all parts of its range equally often, put together at random. It covers many terms with few variants."}
      </p>
      <div class="in-a-row">
        {draft.design === "latinHypercube" && (
          <Field label="Variants" kind="number" value={draft.size} change={(size) => change({ size })} problems={problems} pointer="/design/latinHypercube/size" />
        )}
        <Field label="Draws of each variant" kind="number" value={draft.draws} change={(draws) => change({ draws })} problems={problems} pointer="/draws" />
      </div>
      <p class="small soft">
        Every variant is judged on the same <Term of="draw">draws</Term>, so that differences between variants are theirs.
      </p>
      <ProblemLines problems={problems} pointer="/design" but={["/design/latinHypercube/size"]} />
    </fieldset>
  );
}
