import { AcceptanceFigure } from "./AcceptanceFigure";
import { Brief } from "./Brief";
import type { Compared } from "./compared";
import { pairOf } from "./compared";
import { EffectsFigure } from "./EffectsFigure";
import { Exports } from "./Exports";
import { HoldingFigure } from "./HoldingFigure";
import { ImpactsFigure } from "./ImpactsFigure";
import { PairChoice } from "./PairChoice";
import { Reversals } from "./Reversals";
import { StandingFigure } from "./StandingFigure";
import { TermsFigure } from "./TermsFigure";
import { WhyFigure } from "./WhyFigure";

/** What differs between scenarios: in what they say, for whom, why, and what of it depends on how one looks. */
export function Differences(compared: Compared) {
  const paired = pairOf(compared);
  return (
    <div class="stack-l">
      <Brief {...compared} />
      <TermsFigure {...compared} />
      <StandingFigure {...compared} />
      <AcceptanceFigure {...compared} />
      <HoldingFigure {...compared} />
      <PairChoice {...paired} />
      <ImpactsFigure {...paired} />
      <WhyFigure {...paired} />
      <EffectsFigure {...paired} />
      <Reversals {...compared} />
      <Exports {...compared} />
    </div>
  );
}
