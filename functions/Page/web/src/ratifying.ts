// Whose consent a signer needs at home, as the situation has it.
import type { SituationDocument } from "./api/situation";

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
