import { isUnanswered, type Measures } from "../../../api/report";
import { Await } from "../../../components/Await";
import { LegalityFigure } from "../measures/LegalityFigure";
import { OutcomePairFigure } from "../measures/OutcomePairFigure";
import { SubordinationFigure } from "../measures/SubordinationFigure";
import type { SectionProps } from "../sections";
import { Unanswerable } from "../Unanswerable";
import { usePart } from "../usePart";
import { Verdict } from "../Verdict";

export function MeasuresSection(props: SectionProps) {
  const measures = usePart<Measures>(props.scenario, "measures");
  return (
    <div class="stack-l">
      <Verdict scenario={props.scenario} on="measures" />
      <Await of={measures} what="the measures" height={60}>
        {({ outcomePair, subordination, legality }) => (
          <>
            {isUnanswered(outcomePair) ? <Unanswerable what="Whether it makes safer" reason={outcomePair.reason} /> : <OutcomePairFigure {...props} pair={outcomePair} />}
            {isUnanswered(subordination) ? <Unanswerable what="Whose deal it is" reason={subordination.reason} /> : <SubordinationFigure {...props} subordination={subordination} />}
            {isUnanswered(legality) ? <Unanswerable what="Whether it is lawful" reason={legality.reason} /> : <LegalityFigure {...props} tests={legality.tests} />}
          </>
        )}
      </Await>
    </div>
  );
}
