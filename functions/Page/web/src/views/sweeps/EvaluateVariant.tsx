import type { Inputs } from "../../api/types";
import { useSubmission } from "../../api/useSubmission";
import { ProblemNotice } from "../../components/States";
import type { Swept } from "./Results";

interface EvaluateVariantProps extends Pick<Swept, "inputs"> {
  variant: number;
  terms: readonly number[];
}

/** Submits a variant as a scenario of its own, with all that the base scenario asks for, and goes to it. */
export function EvaluateVariant({ inputs: { base, vary }, variant, terms }: EvaluateVariantProps) {
  const { submit, isSending, problem } = useSubmission();
  return (
    <>
      <button type="button" class="button button-quiet screen-only" disabled={isSending} aria-label={`Evaluate variant ${variant} in full`} onClick={() => submit(scenarioOf(base, Object.keys(vary), variant, terms))}>
        {isSending ? "Sending …" : "evaluate"}
      </button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}

const longestTitle = 200;

// A variant is nobody's proposal: it is constructed, whatever it was made of.
function scenarioOf({ publication: _, ...base }: Inputs, issues: readonly string[], variant: number, values: readonly number[]): Inputs {
  const ending = `, variant ${variant}`;
  const varied = Object.fromEntries(issues.map((issue, place) => [issue, values[place]!]));
  return { ...base, title: base.title.slice(0, longestTitle - ending.length) + ending, kind: "constructed", terms: { ...base.terms, ...varied } };
}
