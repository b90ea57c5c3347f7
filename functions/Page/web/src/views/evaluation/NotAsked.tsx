import type { Inputs, Scenario } from "../../api/types";
import { useSubmission } from "../../api/useSubmission";
import { Empty, ProblemNotice } from "../../components/States";
import { link } from "../../router";
import type { Section } from "./sections";

interface NotAskedProps {
  section: Section;
  scenario: Scenario;
  inputs: Inputs;
}

/** Not an error: the scenario did not ask for it. It does at one click, as another scenario with the same inputs. */
export function NotAsked({ section, scenario, inputs }: NotAskedProps) {
  const analysis = section.analysis!;
  const { submit, isSending, problem } = useSubmission();
  return (
    <Empty>
      <strong>Nobody asked for this yet</strong>
      <p>{section.tells}</p>
      <p class="soft">
        It takes some seconds more. The scenario stays as it is: its inputs are evaluated once more, with <code>{analysis}</code> among the analyses.
      </p>
      <div class="row">
        <button type="button" class="button button-main" disabled={isSending} onClick={() => submit({ ...inputs, analyses: [...inputs.analyses, analysis] }, section.id)}>
          {isSending ? "Sending …" : "Ask for it"}
        </button>
        <a class="button" href={link(["compose"], { scenario: scenario.id })}>
          Change something first
        </a>
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </Empty>
  );
}
