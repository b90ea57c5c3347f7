import type { SituationDocument } from "../../api/situation";
import type { Baseline, Inputs, Scenario } from "../../api/types";
import { Await } from "../../components/Await";
import { Term } from "../../components/Term";
import { judgementAt, modeOf, rangeWords } from "../../judgements";
import { baselines, share } from "../../words";
import { useSituation } from "./useSituation";

interface BaselineMeaningProps {
  against: Baseline;
  scenario: Scenario;
  inputs: Inputs;
}

/** What the deal is measured against, in the situation's own words, on demand. */
export function BaselineMeaning({ against, scenario, inputs }: BaselineMeaningProps) {
  const situation = useSituation(scenario);
  return (
    <details class="baseline">
      <summary>What does “{baselines[against]}” mean here?</summary>
      <Await of={situation} what="the situation" height={8}>
        {({ document }) => <Outcomes against={against} situation={document} inputs={inputs} />}
      </Await>
    </details>
  );
}

interface OutcomesProps {
  against: Baseline;
  situation: SituationDocument;
  inputs: Inputs;
}

function Outcomes({ against, situation, inputs }: OutcomesProps) {
  const { name, outcomes } = situation.baselines[against];
  const rows = Object.entries(outcomes).map(([id, outcome]) => {
    const odds = judgementAt(situation, inputs, `/baselines/${against}/outcomes/${id}/odds`, outcome.name)?.value;
    return { id, name: outcome.name, source: outcome.source, odds };
  });
  const sum = rows.reduce((all, { odds }) => all + (odds === undefined ? 0 : modeOf(odds)), 0);
  return (
    <div class="baseline-outcomes">
      <p class="told">
        <strong>{name}.</strong> {rows.length > 1 ? `One of ${rows.length} things happens; which of them differs from draw to draw, by odds that are judgements:` : "Held as it is in every draw:"}
      </p>
      <ul>
        {rows.map(({ id, name, source, odds }) => (
          <li key={id} class="told">
            {name}
            {odds !== undefined && rows.length > 1 && (
              <>
                : {share(modeOf(odds) / sum)} at the likeliest odds <span class="soft">({<Term of="range">odds</Term>} of {rangeWords(odds)})</span>
              </>
            )}
            <div class="soft">{source}</div>
          </li>
        ))}
      </ul>
    </div>
  );
}
