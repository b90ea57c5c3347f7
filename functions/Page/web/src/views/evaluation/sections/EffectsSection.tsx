import type { Effects } from "../../../api/report";
import { Await } from "../../../components/Await";
import { TrajectoriesFigure } from "../effects/TrajectoriesFigure";
import { WebFigure } from "../effects/WebFigure";
import type { SectionProps } from "../sections";
import { usePart } from "../usePart";
import { useSituation } from "../useSituation";
import { useCitations, Verdict } from "../Verdict";

export function EffectsSection(props: SectionProps) {
  const effects = usePart<Effects>(props.scenario, "effects");
  const situation = useSituation(props.scenario);
  const citations = useCitations(props.scenario, "effects");
  return (
    <div class="stack-l">
      <Verdict scenario={props.scenario} on="effects" />
      <Await of={effects} what="what follows" height={60}>
        {(read) => <TrajectoriesFigure {...props} effects={read} citations={citations} />}
      </Await>
      <Await of={situation} what="the web" height={60}>
        {({ document }) => effects.body && <WebFigure {...props} effects={effects.body} situation={document} />}
      </Await>
    </div>
  );
}
