import * as addresses from "../../api/addresses";
import type { ComparisonAnswer } from "../../api/comparison";
import type { Situation } from "../../api/types";
import { useResource } from "../../api/use";
import { Empty, Loading } from "../../components/States";
import { useTitle } from "../../shell/title";
import type { ViewProps } from "../../views";
import { fewest, idsOf, most } from "./selection";
import { Chosen } from "./Chosen";
import type { Compared } from "./compared";
import { Differences } from "./Differences";
import { Refused } from "./Refused";
import { isThere, useScenarios } from "./useScenarios";

export function CompareView({ route }: ViewProps) {
  useTitle("Compare");
  const ids = idsOf(route);
  const { found, isReading, retry } = useScenarios(ids);
  const isNumberRight = ids.length >= fewest && ids.length <= most;
  return (
    <div class="stack-l">
      <div class="stack">
        <div class="opening">
          <h1>Compare scenarios</h1>
          <p>Two to four scenarios side by side, run again on the same draws, so that nothing but the scenarios makes the difference.</p>
        </div>
        <Chosen ids={ids} found={found} />
      </div>
      {isReading && <Loading what="the scenarios" height={40} />}
      {!isReading && !isNumberRight && <ToBeChosen count={ids.length} />}
      {!isReading && isNumberRight && <Answer key={ids.join()} {...{ ids, found, route, retry }} />}
    </div>
  );
}

function ToBeChosen({ count }: { count: number }) {
  return (
    <Empty>
      <strong>{count > most ? "Four at most" : count === 1 ? "One more is needed" : "Choose two to four scenarios"}</strong>
      <p>
        {count > most
          ? "More than four cannot be told apart in one picture. Take some away above."
          : "Add them above, or tick them in the list of scenarios. They have to rest on the same version of a situation."}
      </p>
    </Empty>
  );
}

type AnswerProps = Pick<Compared, "ids" | "route"> & Pick<ReturnType<typeof useScenarios>, "found" | "retry">;

function Answer({ ids, found, route, retry }: AnswerProps) {
  const there = found.filter(isThere);
  const answer = useResource<ComparisonAnswer>(there.length === ids.length ? addresses.comparison(ids) : null);
  const situation = useResource<Situation>(there[0] ? addresses.situationVersion(there[0].scenario.situation) : null);
  const problem = found.flatMap((each) => ("problem" in each ? [each.problem] : []))[0] ?? answer.problem ?? situation.problem;
  if (answer.body && situation.body)
    return <Differences {...{ ids, route }} scenarios={there} situation={situation.body.document} answer={answer.body} />;
  const again = () => {
    retry();
    [answer, situation].forEach((each) => each.problem && each.reload());
  };
  if (problem) return <Refused problem={problem} found={found} retry={again} />;
  return <Loading what="what differs" height={60} />;
}
