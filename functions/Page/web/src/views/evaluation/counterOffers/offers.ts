import type { CounterOffers, Offer } from "../../../api/bargaining";
import { listed } from "../../../words";

const headings: Record<Exclude<Offer["kind"], "consent">, string> = {
  sturdier: "Sturdier: asked for a little more consent than needed",
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

/** Whose red lines an offer sets aside, each with the issues: "Ukraine (government) on A and B". */
export function setAsideBy({ setAside = [] }: Offer): string[] {
  const names = [...new Set(setAside.map(({ name }) => name))];
  return names.map((name) => `${name} on ${listed(setAside.filter((line) => line.name === name).map((line) => line.issueName ?? ""))}`);
}

/** The offers in their order, each before the sturdier one that it has. */
export const flattened = (offers: readonly Offer[]): Offer[] => offers.flatMap((offer) => [offer, ...(offer.sturdier ? [offer.sturdier] : [])]);
