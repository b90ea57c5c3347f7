import type { Impacts, Narration, Scenario } from "../../../api/types";
import { Await } from "../../../components/Await";
import { citationsOf } from "../citations";
import { ImpactsFigure } from "../ImpactsFigure";
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
        {(read) => <ByStakeholder scenario={props.scenario} narration={read} names={impacts.body ?? {}} />}
      </Await>
    </div>
  );
}

function ByStakeholder({ scenario, narration, names }: { scenario: Scenario; narration: Narration; names: Impacts }) {
  return (
    <section class="topics" aria-labelledby="each">
      <h2 id="each">In words, one by one</h2>
      <p class="small soft">Whichever baseline is chosen above: against no deal, and against the status quo where that goes another way.</p>
      {Object.entries(narration.stakeholders).map(([id, sentences]) => (
        <section key={id} class="topic">
          <h3 class="told">{names[id]?.name ?? id}</h3>
          <Sentences scenario={scenario} sentences={sentences} />
        </section>
      ))}
    </section>
  );
}
