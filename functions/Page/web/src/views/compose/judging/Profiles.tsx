import type { SituationDocument } from "../../../api/situation";
import { pointer, valueAt } from "../model/pointer";
import { Section } from "../parts/Section";
import { useComposing } from "../composing";
import { ProfileChoice } from "./ProfileChoice";

/** By which preferences stakeholders are judged, where the situation knows more than one set. */
export function Profiles({ situation }: { situation: SituationDocument }) {
  const { document } = useComposing();
  const several = Object.entries(situation.stakeholders).flatMap(([id, { name, profiles = {} }]) => (Object.keys(profiles).length ? [{ id, name, profiles }] : []));
  if (several.length === 0) return null;
  return (
    <Section title="Whose preferences" intro="A profile is another set of preferences that a stakeholder may have, for certain or with a probability; in every draw one set holds.">
      {several.map(({ id, name, profiles }) => (
        <ProfileChoice key={id} name={name} place={pointer("assumptions", "profiles", id)} profiles={profiles} value={valueAt(document, pointer("assumptions", "profiles", id))} />
      ))}
    </Section>
  );
}
