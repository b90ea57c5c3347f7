import { useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import type { ShippedScenario } from "../../api/types";
import { useResource } from "../../api/use";
import { link } from "../../router";
import { useSubmission } from "../../api/useSubmission";
import { Select } from "../../components/Select";
import { ProblemNotice } from "../../components/States";
import type { Situations } from "./useSituations";

export function FromShipped({ situations }: { situations: Situations }) {
  const [chosen, setChosen] = useState<string>();
  const situation = chosen ?? situations.all.at(-1)?.id;
  const shipped = useResource<{ scenarios: ShippedScenario[] }>(situation ? addresses.shippedScenarios(situation) : null);
  const [name, setName] = useState("");
  const { submit, isSending, problem } = useSubmission();
  const scenarios = shipped.body?.scenarios ?? [];
  const scenario = scenarios.find((each) => each.name === name) ?? scenarios[0];
  return (
    <>
      <Select label="Situation" options={situations.all.map(({ id, title }) => [id, title] as const)} value={situation ?? ""} choose={setChosen} />
      <Select label="Scenario" options={scenarios.map((each) => [each.name, each.title] as const)} value={scenario?.name ?? ""} choose={setName} />
      <p class="small soft told">{scenario?.summary}</p>
      <div class="row">
        <button type="button" class="button" disabled={!scenario || isSending} onClick={() => scenario && submit(scenario.document)}>
          {isSending ? "Sending …" : "Evaluate it"}
        </button>
        {scenario && <a href={link(["compose"], { from: `shipped:${scenario.name}` })}>Change it first</a>}
      </div>
      {(problem ?? shipped.problem) && <ProblemNotice problem={(problem ?? shipped.problem)!} />}
    </>
  );
}
