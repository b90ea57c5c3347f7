import * as addresses from "../../../api/addresses";
import type { Inputs, Listing, Scenario, Situation } from "../../../api/types";
import { useResource } from "../../../api/use";
import { Select } from "../../../components/Select";
import { Loading, ProblemNotice } from "../../../components/States";
import { link, linkWith, replace, type Route } from "../../../router";
import { useTitle } from "../../../shell/title";
import type { ViewProps } from "../../../views";
import { Start } from "./Start";

export function StartView({ route }: ViewProps) {
  useTitle("Start a sweep");
  const id = route.query.get("scenario");
  return (
    <div class="stack">
      <div class="opening">
        <h1>Start a sweep</h1>
        <p>Say which terms of a scenario may take which values. Every combination of them, or a sample spread over them, is judged on the same draws.</p>
      </div>
      <Base route={route} id={id} />
      {id && <Of key={id} id={id} />}
    </div>
  );
}

/** Which scenario it is about. */
function Base({ route, id }: { route: Route; id: string | null }) {
  const listing = useResource<Listing>(`${addresses.scenarios}?limit=100`);
  const scenarios = listing.body?.scenarios ?? [];
  const isListed = scenarios.some((each) => each.id === id);
  const options = scenarios.map((each) => [each.id, each.title] as const);
  if (listing.body && scenarios.length === 0)
    return (
      <p>
        There is no scenario to vary yet: <a href={link(["scenarios"])}>evaluate one</a> first.
      </p>
    );
  return (
    <div class="one-field">
      <Select
        label="Scenario"
        options={[["", listing.body ? "– choose –" : "…"], ...(id && !isListed ? [[id, "the one in the address"] as const] : []), ...options]}
        value={id ?? ""}
        choose={(scenario) => replace(linkWith(route, { scenario }))}
      />
    </div>
  );
}

function Of({ id }: { id: string }) {
  const scenario = useResource<Scenario>(addresses.scenario(id));
  const inputs = useResource<Inputs>(addresses.inputs(id));
  // A sweep is read against today's situation, as any submission is.
  const situation = useResource<Situation>(scenario.body ? addresses.situation(scenario.body.situation.id) : null);
  const problem = scenario.problem ?? inputs.problem ?? situation.problem;
  if (scenario.body && inputs.body && situation.body)
    return (
      <>
        {scenario.body.situation.hash !== situation.body.hash && (
          <div class="notice notice-stale">
            <strong>The situation has moved on since this scenario</strong>
            <p>
              The sweep will be judged by version {situation.body.version}, today's; the scenario was by version {scenario.body.situation.version}.
            </p>
          </div>
        )}
        <Start base={inputs.body} situation={situation.body.document} of={`${id} ${situation.body.hash}`} />
      </>
    );
  return problem ? <ProblemNotice problem={problem} retry={scenario.reload} /> : <Loading what="the scenario" height={40} />;
}
