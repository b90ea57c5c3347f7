// The sections of an evaluation, in their order. A new one gets an entry here and a file in sections/, which asks for its own part.
import type { ComponentType } from "preact";
import type { Inputs, Scenario } from "../../api/types";
import type { Route } from "../../router";

export interface SectionProps {
  scenario: Scenario;
  inputs: Inputs;
  route: Route;
}

export interface Section {
  /** The last part of its address; empty for the one that comes first. */
  id: string;
  title: string;
  /** What a scenario has to have asked for; without it the section says so. */
  analysis?: string;
  load(): Promise<ComponentType<SectionProps>>;
}

export const sections: readonly Section[] = [
  { id: "", title: "In brief", load: async () => (await import("./sections/Brief")).Brief },
  { id: "impacts", title: "Who gains, who loses", analysis: "impacts", load: async () => (await import("./sections/ImpactsSection")).ImpactsSection },
  { id: "acceptance", title: "Who would sign", analysis: "acceptance", load: async () => (await import("./sections/AcceptanceSection")).AcceptanceSection },
  { id: "contributions", title: "Over what", analysis: "impacts", load: async () => (await import("./sections/ContributionsSection")).ContributionsSection },
  { id: "effects", title: "What follows", analysis: "effects", load: async () => (await import("./sections/EffectsSection")).EffectsSection },
  { id: "durability", title: "Would it hold", analysis: "durability", load: async () => (await import("./sections/DurabilitySection")).DurabilitySection },
  { id: "measures", title: "Safer? Whose? Lawful?", analysis: "measures", load: async () => (await import("./sections/MeasuresSection")).MeasuresSection },
  { id: "stability", title: "Is complying stable", analysis: "stability", load: async () => (await import("./sections/StabilitySection")).StabilitySection },
  { id: "bargaining", title: "Where would bargaining end", analysis: "bargaining", load: async () => (await import("./sections/BargainingSection")).BargainingSection },
  { id: "drivers", title: "What drives it", analysis: "drivers", load: async () => (await import("./sections/DriversSection")).DriversSection },
  { id: "counter-offers", title: "What would help", analysis: "counterOffers", load: async () => (await import("./sections/CounterOffersSection")).CounterOffersSection },
];
