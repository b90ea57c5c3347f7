import * as addresses from "../../../api/addresses";
import type { Stability } from "../../../api/bargaining";
import { isUnanswered, type Unanswered } from "../../../api/report";
import type { SituationDocument } from "../../../api/situation";
import { Await } from "../../../components/Await";
import type { Evidence } from "../../../components/Origin";
import { judgementAt, known } from "../../../judgements";
import { whole } from "../../../words";
import type { SectionProps } from "../sections";
import { ComplianceFigure } from "../stability/ComplianceFigure";
import { StatesFigure } from "../stability/StatesFigure";
import { Unanswerable } from "../Unanswerable";
import { usePart } from "../usePart";
import { useSituation } from "../useSituation";
import { useCitations, Verdict } from "../Verdict";

export function StabilitySection(props: SectionProps) {
  const stability = usePart<Stability | Unanswered>(props.scenario, "stability");
  const situation = useSituation(props.scenario);
  return (
    <div class="stack-l">
      <Await of={stability} what="whether complying is stable" height={60}>
        {(read) =>
          isUnanswered(read) ? (
            <Unanswerable what="Whether complying is stable" reason={read.reason} />
          ) : (
            <Await of={situation} what="the options" height={60}>
              {({ document }) => <Judged {...props} stability={read} situation={document} />}
            </Await>
          )
        }
      </Await>
    </div>
  );
}

function Judged({ stability, situation, scenario, inputs }: SectionProps & { stability: Stability; situation: SituationDocument }) {
  const citations = useCitations(scenario, "stability");
  const evidence: Evidence = { scenario, inputs, address: addresses.part(scenario.id, "stability"), citations, judgements: (read) => shiftsOf(read, inputs) };
  const never = stability.neverTaken.map((id) => situation.options?.[id]?.name ?? id);
  return (
    <>
      <Verdict scenario={scenario} on="stability" except={Object.values(stability.compliance).map(({ text }) => text)} />
      <ComplianceFigure stability={stability} scenario={scenario} name={`compliance-${scenario.id}`} evidence={evidence} />
      <StatesFigure stability={stability} situation={situation} name={`states-${scenario.id}`} evidence={evidence} />
      <p class="small soft">
        {whole(stability.states)} states can come about, judged in {whole(stability.draws)} draws.
        {never.length > 0 && <span class="told"> Never taken: {never.join(", ")}.</span>}
      </p>
    </>
  );
}

/** What each option would shift: the ranges that decide whether it pays. */
function shiftsOf(situation: SituationDocument, inputs: SectionProps["inputs"]) {
  return Object.entries(situation.options ?? {}).flatMap(([id, { name, shifts }]) =>
    known([
      ...Object.keys(shifts.issues ?? {}).map((issue) => judgementAt(situation, inputs, `/options/${id}/shifts/issues/${issue}`, `${name}: ${situation.issues[issue]?.name ?? issue}`)),
      ...Object.keys(shifts.effects ?? {}).map((effect) => judgementAt(situation, inputs, `/options/${id}/shifts/effects/${effect}`, `${name}: ${situation.effects[effect]?.name ?? effect}`)),
    ]),
  );
}
