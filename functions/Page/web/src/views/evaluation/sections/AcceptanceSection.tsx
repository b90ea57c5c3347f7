import * as addresses from "../../../api/addresses";
import type { Acceptance, Blocking, BlockingKind, Inputs, Narration, Scenario, StakeholderAcceptance } from "../../../api/types";
import { Await } from "../../../components/Await";
import { Origin, type Evidence } from "../../../components/Origin";
import { Term } from "../../../components/Term";
import { redLinesOf } from "../../../judgements";
import { itIs, likelihood, listed, share } from "../../../words";
import { citationsOf } from "../citations";
import { Sentences } from "../Sentences";
import type { SectionProps } from "../sections";
import { usePart } from "../usePart";

export function AcceptanceSection({ scenario, inputs }: SectionProps) {
  const acceptance = usePart<Acceptance>(scenario, "acceptance");
  const narration = usePart<Narration>(scenario, "narration");
  return (
    <div class="stack-l">
      <Await of={acceptance} what="who would sign" height={40}>
        {(read) => <Signers acceptance={read} />}
      </Await>
      <Await of={narration} what="the sentences" height={12}>
        {(read) => <Sentences scenario={scenario} sentences={read.verdicts["acceptance"] ?? []} />}
      </Await>
      {acceptance.body && (
        <details class="card screen-only">
          <summary>Where does this come from?</summary>
          <Origin {...evidenceOf(acceptance.body, scenario, inputs)} citations={citationsOf(narration.body?.verdicts["acceptance"])} />
        </details>
      )}
    </div>
  );
}

/** The red lines of all who are asked, on every issue where they have one. */
function evidenceOf({ stakeholders }: Acceptance, scenario: Scenario, inputs: Inputs): Omit<Evidence, "citations"> {
  return {
    scenario,
    inputs,
    address: addresses.part(scenario.id, "acceptance"),
    judgements: (situation) => Object.keys(stakeholders).flatMap((who) => Object.keys(situation.issues).flatMap((issue) => redLinesOf(situation, inputs, who, issue))),
  };
}

function Signers({ acceptance: { vetoPlayers, stakeholders, joint } }: { acceptance: Acceptance }) {
  const least = [...vetoPlayers].sort((a, b) => stakeholders[a]!.probability.value - stakeholders[b]!.probability.value);
  const others = Object.keys(stakeholders).filter((id) => !vetoPlayers.includes(id));
  return (
    <>
      <section class="stack" aria-labelledby="jointly">
        <h2 id="jointly">All together</h2>
        <p>
          <strong>{itIs(joint.value)}</strong> that {listed(vetoPlayers.map((id) => stakeholders[id]!.name))} all sign ({share(joint.value)} of the{" "}
          <Term of="draw">draws</Term>). Without any one of them there is no deal.
        </p>
      </section>
      <Group id="veto" title="Those who must sign, the least willing first" ids={least} of={stakeholders} />
      {others.length > 0 && <Group id="others" title="What the others would say" ids={others} of={stakeholders} />}
    </>
  );
}

function Group({ id, title, ids, of }: { id: string; title: string; ids: readonly string[]; of: Acceptance["stakeholders"] }) {
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="signers">
        {ids.map((stakeholder) => (
          <Signer key={stakeholder} id={stakeholder} acceptance={of[stakeholder]!} />
        ))}
      </div>
    </section>
  );
}

function Signer({ id, acceptance: { name, probability, blocking, redLines } }: { id: string; acceptance: StakeholderAcceptance }) {
  return (
    <div class="card signer" data-stakeholder={id}>
      <h3 class="told">{name}</h3>
      <p class="signer-answer">
        {likelihood(probability.value)}, {share(probability.value)}
      </p>
      <Meter value={probability.value} />
      {kinds.map((kind) => (
        <Blockers key={kind} kind={kind} blocking={blocking.filter((each) => each.kind === kind)} />
      ))}
      <Crossed redLines={redLines} blocking={blocking.filter((each) => each.kind === "redLine")} />
    </div>
  );
}

/** Red lines that are crossed more often than they are the one crossed furthest: mending that one would not be enough. */
function Crossed({ redLines, blocking }: Pick<StakeholderAcceptance, "redLines" | "blocking">) {
  const furthest = new Map(blocking.map((each) => [each.id, each.share.value]));
  const often = Object.entries(redLines).filter(([, { share }]) => share.value >= 0.1).sort(([, one], [, other]) => other.share.value - one.share.value);
  if (!often.some(([id, { share }]) => share.value - (furthest.get(id) ?? 0) >= 0.05)) return null;
  return (
    <p class="small">
      <span class="soft">Crossed at all, by share of the draws, and each would have to be mended: </span>
      <span class="told">{often.map(([, { name, share: crossed }]) => `${name} ${share(crossed.value)}`).join("; ")}</span>
    </p>
  );
}

const kinds: readonly BlockingKind[] = ["redLine", "ratifier", "value", "margin"];

function Blockers({ kind, blocking }: { kind: BlockingKind; blocking: readonly Blocking[] }) {
  if (blocking.length === 0) return null;
  return (
    <div>
      <p class="small soft">
        <Reason kind={kind} />, by share of the draws
      </p>
      <ul class="blockers">
        {blocking.map((each) => (
          <li key={each.id}>
            <span class="told">{each.name}</span>
            <span class="numbers">{share(each.share.value)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Reason({ kind }: { kind: BlockingKind }) {
  if (kind === "redLine")
    return (
      <>
        <Term of="red line">Red line</Term> crossed furthest
      </>
    );
  if (kind === "margin") return <Term of="margin">Gains too little</Term>;
  return <>{kind === "ratifier" ? "Refused by" : "Worse off, most over"}</>;
}

/** In steps of 5 %, as the words beside it; it tells nothing that they do not. */
function Meter({ value }: { value: number }) {
  const width = Math.min(95, Math.max(5, Math.round(value * 20) * 5));
  return (
    <span class="meter" aria-hidden="true">
      <span style={{ width: value < 0.05 ? "2%" : value > 0.95 ? "98%" : `${width}%` }} />
    </span>
  );
}
