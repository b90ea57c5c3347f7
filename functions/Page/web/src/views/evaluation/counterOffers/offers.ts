import type { Clash, Condition, CounterOffers, Offer } from "../../../api/bargaining";

const headings: Record<Exclude<Offer["kind"], "consent">, string> = {
  sturdier: "Sturdier",
  mostAccepted: "The likeliest consent that was found",
  giveWay: "If one gave way",
  halfway: "Halfway between the red lines that clash",
};

/** What an offer achieves: where each was asked by itself, consent of each need not be consent of all together. */
export function headingOf({ giver, kind }: Offer, { constraint, original }: CounterOffers): string {
  if (giver) return `If ${original.stakeholders[giver]?.name ?? giver} gave way`;
  if (kind !== "consent") return headings[kind];
  const signers = Object.values(original.stakeholders).filter(({ role }) => role === "veto").length;
  return constraint === "each" && signers > 1 ? "Enough for each by itself" : "Enough for consent";
}

/** The red lines of one stakeholder among those that clash. */
export function clashingOf({ gaps }: Clash, stakeholder: string): Condition[] {
  return Object.values(gaps).flatMap(({ redLines }) => redLines.filter((line) => line.stakeholder === stakeholder));
}

/** The offers in their order, each before the sturdier one that it has. */
export const flattened = (offers: readonly Offer[]): Offer[] => offers.flatMap((offer) => [offer, ...(offer.sturdier ? [offer.sturdier] : [])]);
