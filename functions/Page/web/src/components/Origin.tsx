import * as addresses from "../api/addresses";
import type { Inputs, Scenario, Situation } from "../api/types";
import { useResource } from "../api/use";
import { whole } from "../words";
import { Term } from "./Term";

export interface Evidence {
  scenario: Scenario;
  inputs: Inputs;
  /** Where in the interface the numbers are. */
  address: string;
  /** Keys into the situation's sources. */
  citations: readonly string[];
}

/** Where a figure comes from: versions, draws, the address of its numbers, and what the judgements behind it rest on. */
export function Origin({ scenario, inputs, address, citations }: Evidence) {
  const situation = useResource<Situation>(addresses.situationVersion(scenario.situation));
  return (
    <dl class="origin">
      <dt>Numbers</dt>
      <dd>
        <a href={address.replace(/^\//, "")}>{address}</a>
      </dd>
      <dt>
        <Term of="situation version" />
      </dt>
      <dd class="told">
        {scenario.situation.id}, version {scenario.situation.version}
      </dd>
      <dt>
        <Term of="engine version" />
      </dt>
      <dd>{scenario.engineVersion}</dd>
      <dt>
        <Term of="draw">Draws</Term> and <Term of="seed" />
      </dt>
      <dd>
        {whole(inputs.draws)} draws from seed {inputs.seed}
      </dd>
      <dt>Claims and sources</dt>
      <dd>
        <ul tabIndex={0} aria-label="Claims and sources">
          {citations.map((key) => (
            <SourceEntry key={key} name={key} source={situation.body?.document.sources[key]} />
          ))}
        </ul>
      </dd>
    </dl>
  );
}

function SourceEntry({ name, source }: { name: string; source: Situation["document"]["sources"][string] | undefined }) {
  return (
    <li>
      <code>{name}</code>{" "}
      {source && (
        <span class="told">
          {source.text} <span class="soft">({[source.status, source.date].filter(Boolean).join(", ")})</span>{" "}
          {source.url && (
            <a href={source.url} rel="noreferrer noopener" target="_blank">
              source
            </a>
          )}
        </span>
      )}
    </li>
  );
}
