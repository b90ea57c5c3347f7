import * as addresses from "../../../api/addresses";
import type { SituationDocument } from "../../../api/situation";
import type { Acceptance, Inputs, Scenario } from "../../../api/types";
import { Await } from "../../../components/Await";
import { Origin, type Evidence } from "../../../components/Origin";
import { Term } from "../../../components/Term";
import { redLinesOf } from "../../../judgements";
import { inSoMany, itIs, listed } from "../../../words";
import { Signer } from "../acceptance/Signer";
import { ratifiersOf } from "../../../ratifying";
import type { SectionProps } from "../sections";
import { usePart } from "../usePart";
import { useSituation } from "../useSituation";
import { useCitations, Verdict } from "../Verdict";

export function AcceptanceSection({ scenario, inputs }: SectionProps) {
  const acceptance = usePart<Acceptance>(scenario, "acceptance");
  const citations = useCitations(scenario, "acceptance");
  const situation = useSituation(scenario).body?.document;
  return (
    <div class="stack-l">
      <Await of={acceptance} what="who would sign" height={40}>
        {(read) => <Signers acceptance={read} draws={inputs.draws} situation={situation} />}
      </Await>
      <Verdict scenario={scenario} on="acceptance" />
      {acceptance.body && (
        <details class="card screen-only">
          <summary>Where does this come from?</summary>
          <Origin {...evidenceOf(acceptance.body, scenario, inputs)} citations={citations} />
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

interface SignersProps {
  acceptance: Acceptance;
  draws: number;
  situation: SituationDocument | undefined;
}

function Signers({ acceptance: { vetoPlayers, stakeholders, joint }, draws, situation }: SignersProps) {
  const decides = ratifiersOf(situation, vetoPlayers);
  const least = [...vetoPlayers].sort((a, b) => stakeholders[a]!.probability.value - stakeholders[b]!.probability.value);
  const ratifiers = Object.keys(stakeholders).filter((id) => decides.has(id));
  const others = Object.keys(stakeholders).filter((id) => !vetoPlayers.includes(id) && !decides.has(id));
  return (
    <>
      <section class="stack" aria-labelledby="jointly">
        <h2 id="jointly">All together</h2>
        <p>
          <strong>{itIs(joint.value)}</strong> that {listed(vetoPlayers.map((id) => stakeholders[id]!.name))} all sign: they do {inSoMany(joint.value, draws)}{" "}
          <Term of="draw">draws</Term>. Each of them <Term of="veto player">must sign</Term>: without any one of them there is no deal.
        </p>
      </section>
      <Group id="veto" title="Those who must sign, the least willing first" ids={least} of={stakeholders} draws={draws} />
      {ratifiers.length > 0 && <Group id="ratifiers" title="Those without whose consent a signer does not sign" ids={ratifiers} of={stakeholders} draws={draws} decides={decides} />}
      {others.length > 0 && <Group id="others" title="What the others would say" ids={others} of={stakeholders} draws={draws} />}
    </>
  );
}

interface GroupProps {
  id: string;
  title: string;
  ids: readonly string[];
  of: Acceptance["stakeholders"];
  draws: number;
  /** Whose signature hangs on each of them. */
  decides?: ReadonlyMap<string, readonly string[]>;
}

function Group({ id, title, ids, of, draws, decides }: GroupProps) {
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="signers">
        {ids.map((stakeholder) => (
          <Signer key={stakeholder} id={stakeholder} acceptance={of[stakeholder]!} draws={draws} ratifiesFor={decides?.get(stakeholder)} />
        ))}
      </div>
    </section>
  );
}
