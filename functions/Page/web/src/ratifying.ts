// Whose consent a signer needs at home, as the situation has it.
import type { SituationDocument } from "./api/situation";
import type { Role } from "./api/types";
import { roles } from "./words";

/** Those who have no signature of their own but without whose consent one who must sign does not: whose consent each of them decides. */
export function ratifiersOf(situation: SituationDocument | undefined, signers: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  if (!situation) return found;
  const visit = (id: string, signer: string) => {
    for (const ratifier of situation.stakeholders[id]?.ratifiedBy ?? []) {
      if (signers.includes(ratifier)) continue;
      const name = situation.stakeholders[signer]!.name;
      const known = found.get(ratifier) ?? [];
      if (known.includes(name)) continue;
      found.set(ratifier, [...known, name]);
      visit(ratifier, signer);
    }
  };
  for (const signer of signers) visit(signer, signer);
  return found;
}

/** The same by the roles that the situation gives. */
export const ratifiersIn = (situation: SituationDocument): ReadonlyMap<string, readonly string[]> =>
  ratifiersOf(situation, Object.keys(situation.stakeholders).filter((id) => situation.stakeholders[id]!.role === "veto"));

/** What part a stakeholder has in the deal, in words: one who ratifies has more than influence. */
export function partsIn(situation: SituationDocument | undefined): (id: string, role: Role) => string {
  const ratifiers = situation && ratifiersIn(situation);
  return (id, role) => (ratifiers?.has(id) ? "ratifies" : roles[role]);
}
