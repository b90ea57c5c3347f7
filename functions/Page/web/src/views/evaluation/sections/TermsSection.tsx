import { Await } from "../../../components/Await";
import { link } from "../../../router";
import type { SectionProps } from "../sections";
import { DealFigure } from "../terms/DealFigure";
import { useSituation } from "../useSituation";

/** What was put in: the deal itself. */
export function TermsSection(props: SectionProps) {
  const situation = useSituation(props.scenario);
  return (
    <div class="stack-l">
      <Await of={situation} what="the situation" height={60}>
        {(read) => <DealFigure {...props} situation={read.document} />}
      </Await>
      <p class="soft">
        How often the deal crosses each red line: <a href={link(["scenarios", props.scenario.id, "acceptance"])}>Would they sign?</a>
      </p>
    </div>
  );
}
