import type { Baseline, Impacts, Narration, Scenario, Sentence } from "../../../api/types";
import { Await } from "../../../components/Await";
import { againstOf } from "../against";
import { citationsOf } from "../citations";
import { ImpactsFigure, intervalsOf } from "../ImpactsFigure";
import { Sentences } from "../Sentences";
import type { SectionProps } from "../sections";
import { usePart } from "../usePart";

export function ImpactsSection(props: SectionProps) {
  const impacts = usePart<Impacts>(props.scenario, "impacts");
  const narration = usePart<Narration>(props.scenario, "narration");
  return (
    <div class="stack-l">
      <Await of={impacts} what="the impacts" height={40}>
        {(read) => <ImpactsFigure {...props} impacts={read} citations={citationsOf(narration.body?.verdicts["impacts"])} />}
      </Await>
      <Await of={narration} what="the sentences" height={30}>
        {(read) => <ByStakeholder scenario={props.scenario} narration={read} impacts={impacts.body ?? {}} against={againstOf(props.route)} />}
      </Await>
    </div>
  );
}

interface ByStakeholderProps {
  scenario: Scenario;
  narration: Narration;
  impacts: Impacts;
  /** What the chart above is drawn against, whose order this follows. */
  against: Baseline;
}

function ByStakeholder({ scenario, narration, impacts, against }: ByStakeholderProps) {
  const order = intervalsOf(impacts, against).map(({ id }) => id);
  const placeOf = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return (
    <section class="topics" aria-labelledby="each">
      <h2 id="each">In words, one by one: against no deal unless said otherwise</h2>
      {against === "statusQuo" && <p class="small soft">The chart above is against the status quo. Here the status quo is named only where it goes another way.</p>}
      {Object.entries(narration.stakeholders)
        .sort(([one], [other]) => placeOf(one) - placeOf(other))
        .map(([id, sentences]) => (
          <section key={id} class="topic">
            <h3 class="told">{impacts[id]?.name ?? id}</h3>
            <First scenario={scenario} sentences={sentences} />
          </section>
        ))}
    </section>
  );
}

/** The first sentence, the others on demand. */
function First({ scenario, sentences }: { scenario: Scenario; sentences: readonly Sentence[] }) {
  const more = sentences.slice(1);
  return (
    <div class="stack-s">
      <Sentences scenario={scenario} sentences={sentences.slice(0, 1)} />
      {more.length > 0 && (
        <details>
          <summary>
            {more.length} more {more.length === 1 ? "sentence" : "sentences"}
          </summary>
          <Sentences scenario={scenario} sentences={more} />
        </details>
      )}
    </div>
  );
}
