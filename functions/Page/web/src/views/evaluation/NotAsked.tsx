import type { Inputs, Scenario } from "../../api/types";
import { useSubmission } from "../../api/useSubmission";
import { Empty, ProblemNotice } from "../../components/States";
import { link } from "../../router";
import type { Section } from "./sections";

const answers: Record<string, string> = {
  impacts: "Who would be better or worse off than with no deal and than today, and by how much.",
  acceptance: "Who would sign, and what keeps the others from it.",
  effects: "What the terms lead to over the years, and by which paths.",
  durability: "How likely the deal still holds after some years.",
  measures: "Whether it makes safer soon and later, whose deal it is, and whether it is lawful.",
  stability: "Whether those who signed would gain by breaking it, what deters them, and which states last.",
  bargaining: "Where bargaining would end by five methods, and who would move when.",
  drivers: "Which judgements the answers hang on, and under which of them everybody signs.",
  counterOffers: "What small change would make all sign who must, or which red lines clash.",
};

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
      <p>{answers[analysis]}</p>
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
