import { isUnanswered, type Durability, type Measures, type Unanswered } from "../../../api/report";
import { Await } from "../../../components/Await";
import { FactorsFigure } from "../durability/FactorsFigure";
import { SurvivalFigure } from "../durability/SurvivalFigure";
import { OutcomePairFigure } from "../measures/OutcomePairFigure";
import type { SectionProps } from "../sections";
import { Unanswerable } from "../Unanswerable";
import { usePart } from "../usePart";
import { useCitations, Verdict } from "../Verdict";

export function DurabilitySection(props: SectionProps) {
  const durability = usePart<Durability | Unanswered>(props.scenario, "durability");
  const citations = useCitations(props.scenario, "durability");
  return (
    <div class="stack-l">
      <Await of={durability} what="whether it would hold" height={50}>
        {(read) =>
          isUnanswered(read) ? (
            <Unanswerable what="Whether it would hold" reason={read.reason} />
          ) : (
            <>
              <Verdict scenario={props.scenario} on="durability" />
              <SurvivalFigure {...props} durability={read} citations={citations} />
              <FactorsFigure {...props} durability={read} citations={citations} />
              <p class="small soft told">{read.note}</p>
            </>
          )
        }
      </Await>
      {props.inputs.analyses.includes("measures") && <Pair {...props} />}
    </div>
  );
}

function Pair(props: SectionProps) {
  const measures = usePart<Measures>(props.scenario, "measures");
  return (
    <Await of={measures} what="the measures" height={24}>
      {({ outcomePair }) => (isUnanswered(outcomePair) ? null : <OutcomePairFigure {...props} pair={outcomePair} />)}
    </Await>
  );
}
