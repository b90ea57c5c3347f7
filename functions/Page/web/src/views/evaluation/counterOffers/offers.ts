import type { Offer } from "../../../api/bargaining";

const headings: Record<Offer["kind"], string> = {
  consent: "Enough for consent",
  sturdier: "Sturdier",
  mostAccepted: "The likeliest consent that was found",
  giveWay: "If one gave way",
  halfway: "Halfway between the red lines that clash",
};

export const headingOf = (offer: Offer, names: (id: string) => string): string => (offer.giver ? `If ${names(offer.giver)} gave way` : headings[offer.kind]);

/** The offers in their order, each before the sturdier one that it has. */
export const flattened = (offers: readonly Offer[]): Offer[] => offers.flatMap((offer) => [offer, ...(offer.sturdier ? [offer.sturdier] : [])]);
