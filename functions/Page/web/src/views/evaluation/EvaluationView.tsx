import * as addresses from "../../api/addresses";
import type { Inputs, Scenario } from "../../api/types";
import { useResource } from "../../api/use";
import { Await } from "../../components/Await";
import { Loading, ProblemNotice } from "../../components/States";
import { useOpenedNarrow } from "../../components/useNarrow";
import { Unknown } from "../../components/Unknown";
import { link, type Route } from "../../router";
import { useTitle } from "../../shell/title";
import type { ViewProps } from "../../views";
import { FurtherSteps } from "./FurtherSteps";
import { Header } from "./Header";
import { Keep } from "./Keep";
import { Progress } from "./Progress";
import { SectionNavigation, ShownSection } from "./ShownSection";

export function EvaluationView({ route }: ViewProps) {
  const id = route.path[1]!;
  const scenario = useResource<Scenario>(addresses.scenario(id));
  const inputs = useResource<Inputs>(addresses.inputs(id));
  const isNarrow = useOpenedNarrow();
  useTitle(scenario.body?.title ?? "Evaluation");
  if (scenario.problem?.status === 404) return <Unknown what="scenario" id={id} list={link(["scenarios"])} />;
  if (scenario.problem && !scenario.body)
    return (
      <div class="stack">
        <h1>Evaluation</h1>
        <ProblemNotice problem={scenario.problem} retry={scenario.reload} />
      </div>
    );
  // The heading is made of both: shown one by one they would push what follows about.
  if (!scenario.body || (!inputs.body && !inputs.problem)) return <Loading what="the evaluation" height={40} />;
  // On a phone they would stand between the title and the result.
  const actions = (
    <div class="actions screen-only">
      <FurtherSteps scenario={scenario.body} changed={scenario.reload} />
      {scenario.body.resultGeneration !== undefined && <Keep scenario={scenario.body} isBrief={route.path[2] === undefined} />}
    </div>
  );
  return (
    <article class="stack">
      <Header scenario={scenario.body} inputs={inputs.body} />
      {!isNarrow && actions}
      {scenario.problem && <ProblemNotice problem={scenario.problem} retry={scenario.reload} />}
      <Progress scenario={scenario.body} changed={scenario.reload} />
      {scenario.body.resultGeneration !== undefined && (
        <Await of={inputs} what="the inputs" height={40}>
          {(read) => <Result scenario={scenario.body!} inputs={read} route={route} />}
        </Await>
      )}
      {isNarrow && actions}
    </article>
  );
}

function Result({ scenario, inputs, route }: { scenario: Scenario; inputs: Inputs; route: Route }) {
  return (
    <>
      <SectionNavigation scenario={scenario} route={route} />
      <ShownSection scenario={scenario} inputs={inputs} route={route} />
    </>
  );
}
