import * as addresses from "../../../api/addresses";
import { isUnanswered } from "../../../api/report";
import type { Clash, Consent, CounterOffers, Offer } from "../../../api/bargaining";
import type { Scenario } from "../../../api/types";
import { Await } from "../../../components/Await";
import type { Evidence } from "../../../components/Origin";
import { Term } from "../../../components/Term";
import { redLinesOf, termOf } from "../../../judgements";
import { listed, share } from "../../../words";
import { ChangesFigure } from "../counterOffers/ChangesFigure";
import { GapsFigure } from "../counterOffers/GapsFigure";
import { MovesFigure } from "../counterOffers/MovesFigure";
import { clashingOf, flattened, headingOf } from "../counterOffers/offers";
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
        Enough is consent in {share(found.confidence)} of the draws, {found.constraint === "each" ? "of each who must sign" : "of all who must sign together"}. As it is, all would sign in{" "}
        {share(found.original.joint.freshDraws.value)} of the <Term of="fresh draws" />.
      </p>
      {found.clash && Object.keys(found.clash.gaps).length > 0 && <GapsFigure clash={found.clash} name={`clash-${scenario.id}`} evidence={evidence(Object.keys(found.clash.gaps))} />}
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
      {offer.giver && found.clash && <SetAside giver={offer.giver} clash={found.clash} names={found.original} />}
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

/** What giving way means, and that whoever gives way would still refuse by the red lines that it has. */
function SetAside({ giver, clash, names }: { giver: string; clash: Clash; names: Consent }) {
  const name = names.stakeholders[giver]?.name ?? giver;
  const own = clashingOf(clash, giver).map((line) => line.issueName ?? line.name);
  return (
    <p class="small soft told set-aside">
      {own.length > 0 ? `To give way is to set aside the red line of ${name} on ${listed(own)}` : `To give way is to set aside the red lines of those whose consent ${name} needs`}; all other red lines stay in force. The shares of who would sign count those
      that are set aside as well, and so {name} itself would not sign this as long as it holds to them.
    </p>
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
