import * as addresses from "../../../api/addresses";
import { isUnanswered } from "../../../api/report";
import type { CounterOffers, Offer } from "../../../api/bargaining";
import type { Scenario } from "../../../api/types";
import { Await } from "../../../components/Await";
import type { Evidence } from "../../../components/Origin";
import { Term } from "../../../components/Term";
import { areApart } from "../../../course";
import { redLinesOf, termOf } from "../../../judgements";
import { inShareOf, share } from "../../../words";
import { ChangesFigure } from "../counterOffers/ChangesFigure";
import { GapsFigure } from "../counterOffers/GapsFigure";
import { MovesFigure } from "../counterOffers/MovesFigure";
import { flattened, headingOf, setAsideBy } from "../counterOffers/offers";
import type { SectionProps } from "../sections";
import { Unanswerable } from "../Unanswerable";
import { usePart } from "../usePart";
import { Told, Verdict } from "../Verdict";

export function CounterOffersSection(props: SectionProps) {
  const offers = usePart<CounterOffers | { reason: string }>(props.scenario, "counterOffers");
  return (
    <div class="stack-l">
      <Await of={offers} what="the counter-offers" height={60}>
        {(read) => (isUnanswered(read) ? <Unanswerable what="What would help" reason={read.reason} /> : <Found {...props} found={read} />)}
      </Await>
    </div>
  );
}

function Found({ found, scenario, inputs }: SectionProps & { found: CounterOffers }) {
  const evidence = (issues: readonly string[]): Evidence => ({
    scenario,
    inputs,
    address: addresses.part(scenario.id, "counterOffers"),
    citations: [],
    judgements: (read) =>
      issues.flatMap((issue) => [
        { ...termOf(read, inputs, issue), name: read.issues[issue]?.name ?? issue },
        ...Object.keys(found.original.stakeholders).flatMap((stakeholder) => redLinesOf(read, inputs, stakeholder, issue)),
      ]),
  });
  const offers = flattened([...found.offers, ...(found.clash?.nearest ?? [])]);
  return (
    <>
      <Verdict scenario={scenario} on="counterOffers" except={offers.map(({ text }) => text)} />
      <p class="small soft">
        Enough is consent in {share(found.confidence)} of the draws, {found.constraint === "each" ? "of each who must sign" : "of all who must sign together"}. As it is, all would sign{" "}
        {inShareOf(found.original.joint.freshDraws.value)} <Term of="fresh draws" />.
        {found.offers.length > 0 && !offers.some((offer) => isLikelier(offer, found)) && " None of the changed deals makes it likelier that all sign together."}
      </p>
      {found.clash && Object.keys(found.clash.gaps).length > 0 && <GapsFigure scenario={scenario} inputs={inputs} clash={found.clash} evidence={evidence(Object.keys(found.clash.gaps))} />}
      {offers.map((offer, at) => (
        <OfferShown key={at} offer={offer} number={at + 1} found={found} evidence={evidence(Object.keys(offer.moves))} scenario={scenario} />
      ))}
      <ul class="small soft">
        {found.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}

/** Whether all together would sign an offer oftener than the deal as it is, by more than sampling error. */
function isLikelier({ acceptance }: Offer, { original }: CounterOffers): boolean {
  const [after, before] = [acceptance.joint.freshDraws, original.joint.freshDraws];
  return after.value > before.value && areApart(after, before);
}

interface OfferShownProps {
  offer: Offer;
  number: number;
  found: CounterOffers;
  evidence: Evidence;
  scenario: Scenario;
}

function OfferShown({ offer, number, found, evidence, scenario }: OfferShownProps) {
  const heading = headingOf(offer, found);
  return (
    <section class="stack offer" data-offer={number} aria-labelledby={`offer-${number}`}>
      <h2 id={`offer-${number}`} class="told">
        {number}. {heading}
      </h2>
      <div>
        <Told scenario={scenario} on="counterOffers" text={offer.text} />
      </div>
      {(offer.giver || offer.setAside) && <SetAside offer={offer} />}
      <div class="row">
        {offer.fragile && (
          <span class="flag">
            <span aria-hidden="true">◇</span> <Term of="fragile">fragile</Term>
          </span>
        )}
        {offer.certified && <span class="flag">◆ nothing can be cheaper</span>}
        <span class="small soft">Cost of moving: {offer.cost.toFixed(1)} points</span>
      </div>
      {Object.keys(offer.moves).length > 0 && (
        <>
          <MovesFigure offer={offer} title={`Who gives what, offer ${number}`} name={`offer-${number}-moves-${scenario.id}`} evidence={evidence} />
          <ChangesFigure offer={offer} original={found.original} title={`Whom it pleases and whom it costs, offer ${number}`} name={`offer-${number}-changes-${scenario.id}`} evidence={evidence} />
        </>
      )}
      {offer.crossed.length > 0 && <Crossed offer={offer} />}
    </section>
  );
}

/** Which red lines an offer takes no account of; those who have them would still refuse by them. */
function SetAside({ offer }: { offer: Offer }) {
  const whose = setAsideBy(offer);
  return (
    <div class="set-aside stack-s small soft">
      <p>
        {whose.length > 0 ? "Set aside are these red lines" : "Set aside are red lines of whoever gives way, and of those whose consent it needs, on the terms of the clash"}; all others stay in force. Who would sign is told with every
        red line in force, those that are set aside as well.
      </p>
      {whose.length > 0 && (
        <ul>
          {whose.map((each) => (
            <li key={each} class="told">
              {each}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Crossed({ offer: { crossed } }: { offer: Offer }) {
  return (
    <details class="card">
      <summary>What still fails too often ({crossed.length})</summary>
      <ul class="small">
        {crossed.map((each) => (
          <li key={`${each.stakeholder} ${each.issue ?? ""}`} class="told">
            {each.kind === "redLine" ? `The red line of ${each.name} on ${each.issueName}` : `Whether it is worth it to ${each.name}`}
            {each.points !== undefined && `: ${Math.abs(each.points).toFixed(1)} points are missing`}
          </li>
        ))}
      </ul>
    </details>
  );
}
