import { Empty, Loading, ProblemNotice } from "../../components/States";
import { link } from "../../router";
import { ScenarioRow } from "./ScenarioRow";
import type { Choice } from "./useChoice";
import { useListing } from "./useListing";
import type { Situations } from "./useSituations";

interface ScenarioListProps {
  query: URLSearchParams;
  situations: Situations;
  choice: Choice;
}

export function ScenarioList({ query, situations, choice }: ScenarioListProps) {
  const { scenarios, problem, isReading, more, retry } = useListing(query);
  if (scenarios.length === 0) {
    if (problem) return <ProblemNotice problem={problem} retry={retry} />;
    return isReading ? <Loading what="the scenarios" height={40} /> : <NoScenarios isFiltered={query.size > 0} />;
  }
  return (
    <div class="stack">
      <ul class="scenarios" aria-label="Scenarios, newest first">
        {scenarios.map((scenario) => (
          <ScenarioRow key={scenario.id} listed={scenario} situation={situations.titleOf(scenario.situation.id)} choice={choice} />
        ))}
      </ul>
      {problem && <ProblemNotice problem={problem} retry={retry} />}
      {more && (
        <div class="row">
          <button type="button" class="button" onClick={more} disabled={isReading}>
            {isReading ? "Reading …" : "Older scenarios"}
          </button>
        </div>
      )}
    </div>
  );
}

function NoScenarios({ isFiltered }: { isFiltered: boolean }) {
  return (
    <Empty>
      <strong>{isFiltered ? "No scenario is like that" : "Nothing has been evaluated yet"}</strong>
      <p>{isFiltered ? "None of the stored scenarios meets all the choices above." : "Start with one of the scenarios that come with Parley."}</p>
      {isFiltered && <a href={link(["scenarios"])}>Show all scenarios</a>}
    </Empty>
  );
}
