import * as addresses from "../../../api/addresses";
import type { DrivenOutput, Drivers } from "../../../api/drivers";
import type { Inputs } from "../../../api/types";
import { Await } from "../../../components/Await";
import type { Evidence } from "../../../components/Origin";
import { Boxes } from "../drivers/Boxes";
import { IndicesFigure } from "../drivers/IndicesFigure";
import { TornadoFigure } from "../drivers/TornadoFigure";
import type { SectionProps } from "../sections";
import { Unanswerable } from "../Unanswerable";
import { usePart } from "../usePart";
import { useCitations, Verdict } from "../Verdict";

export function DriversSection(props: SectionProps) {
  const drivers = usePart<Drivers>(props.scenario, "drivers");
  return (
    <div class="stack-l">
      <Verdict scenario={props.scenario} on="drivers" />
      <Await of={drivers} what="what drives it" height={60}>
        {(read) => (read.reason ? <Unanswerable what="What drives it" reason={read.reason} /> : <>{read.outputs.map((driven, at) => <Driven key={at} {...props} driven={driven} place={at} />)}</>)}
      </Await>
    </div>
  );
}

const isOwn = (inputs: Inputs, pointer: string) => inputs.assumptions?.overrides?.[pointer] !== undefined;

function Driven({ driven, place, scenario, inputs }: SectionProps & { driven: DrivenOutput; place: number }) {
  const citations = useCitations(scenario, "drivers");
  if (driven.reason) return <Unanswerable what={driven.name} reason={driven.reason} />;
  const evidence: Evidence = {
    scenario,
    inputs,
    address: addresses.part(scenario.id, "drivers"),
    citations,
    judgements: () => driven.largest.flatMap(({ pointer, name, range }) => (range ? [{ pointer, name, value: range, source: range.source, isOverridden: isOwn(inputs, pointer) }] : [])),
  };
  return (
    <>
      <TornadoFigure driven={driven} evidence={evidence} name={`tornado-${place + 1}-${scenario.id}`} />
      <IndicesFigure driven={driven} evidence={evidence} name={`indices-${place + 1}-${scenario.id}`} />
      <Boxes driven={driven} evidence={evidence} name={`boxes-${place + 1}-${scenario.id}`} />
    </>
  );
}
