import type { Inputs, Scenario } from "../../api/types";
import { Term } from "../../components/Term";
import { StatusBadge } from "../../components/StatusBadge";
import { when, whole } from "../../words";

/** What is evaluated, from what, by what: all that makes the numbers what they are. */
export function Header({ scenario, inputs }: { scenario: Scenario; inputs: Inputs | undefined }) {
  return (
    <header class="stack heading">
      <div class="opening">
        <div class="row">
          <StatusBadge status={scenario.status} />
          <span class="small soft">{scenario.kind === "proposal" ? "Published proposal" : "Constructed scenario"}</span>
        </div>
        <h1 class="told">{scenario.title}</h1>
        {inputs?.summary && <p class="told">{inputs.summary}</p>}
        {inputs?.publication && <Published publication={inputs.publication} />}
      </div>
      <Facts scenario={scenario} inputs={inputs} />
    </header>
  );
}

function Published({ publication }: { publication: NonNullable<Inputs["publication"]> }) {
  return (
    <div class="small soft told">
      <a href={publication.url} rel="noreferrer noopener" target="_blank">
        {publication.title}
      </a>
      , {publication.author}, {publication.date}
    </div>
  );
}

function Facts({ scenario, inputs }: { scenario: Scenario; inputs: Inputs | undefined }) {
  return (
    <dl class="facts" aria-busy={!inputs}>
      <div>
        <dt>
          <Term of="situation version">Situation</Term>
        </dt>
        <dd class="told">
          {scenario.situation.id}, version {scenario.situation.version}
        </dd>
      </div>
      <div>
        <dt>
          <Term of="engine version">Engine</Term>
        </dt>
        <dd>{scenario.engineVersion ? `version ${scenario.engineVersion}` : "–"}</dd>
      </div>
      <div>
        <dt>
          <Term of="draw">Draws</Term>
        </dt>
        <dd>{inputs ? whole(inputs.draws) : "…"}</dd>
      </div>
      <div>
        <dt>
          <Term of="seed">Seed</Term>
        </dt>
        <dd>{inputs ? inputs.seed : "…"}</dd>
      </div>
      <div>
        <dt>Horizon</dt>
        <dd>{inputs ? `${inputs.shortHorizon} and ${inputs.horizon} years` : "…"}</dd>
      </div>
      <div>
        <dt>Finished</dt>
        <dd>{scenario.finishedAt ? when(scenario.finishedAt) : "not yet"}</dd>
      </div>
    </dl>
  );
}
