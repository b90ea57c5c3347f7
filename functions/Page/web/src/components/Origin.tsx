import * as addresses from "../api/addresses";
import type { SituationDocument } from "../api/situation";
import type { Inputs, Problem, Scenario, Situation } from "../api/types";
import { useLasting } from "../api/use";
import { citationsIn, type Judgement } from "../judgements";
import { whole } from "../words";
import { Judgements } from "./Judgements";
import { SourceEntries } from "./SourceEntries";
import { Term } from "./Term";

export interface Evidence {
  scenario: Pick<Scenario, "title" | "situation" | "engineVersion">;
  /** Of a comparison: the titles of all, by letter. */
  titles?: readonly string[];
  inputs: Pick<Inputs, "draws" | "seed">;
  /** Where in the interface the numbers are. */
  address: string;
  /** Keys into the situation's sources. */
  citations: readonly string[];
  /** The ranges that the figure rests on most directly; what they cite is shown as well. */
  judgements?(situation: SituationDocument): readonly Judgement[];
}

/** Where a figure comes from: versions, draws, the address of its numbers, the judgements behind it and what they rest on. */
export function Origin({ scenario, inputs, address, citations, judgements }: Evidence) {
  const read = useLasting<Situation>(addresses.situationVersion(scenario.situation));
  const situation = read.body?.document;
  const behind = situation ? (judgements?.(situation) ?? []) : [];
  const keys = new Set([...citations, ...(situation ? citationsIn(situation, ...behind.map((each) => each.source)) : [])]);
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
      {behind.length > 0 && (
        <>
          <dt>
            <Term of="range">Ranges</Term> behind it
          </dt>
          <dd>
            <Judgements judgements={behind} label="Ranges behind this figure" />
          </dd>
        </>
      )}
      <dt>Claims and sources</dt>
      <dd>
        {keys.size > 0 && <SourceEntries keys={[...keys]} sources={situation?.sources} />}
        {situation ? keys.size === 0 && "None are cited: it rests on judgement." : <Unread problem={read.problem} />}
      </dd>
    </dl>
  );
}

/** What is cited is known once the situation is there. */
function Unread({ problem }: { problem: Problem | undefined }) {
  return problem ? <p class="told">The situation could not be read. {problem.detail}</p> : <p aria-busy="true">…</p>;
}
