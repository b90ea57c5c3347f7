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
  /** The question that it answers. */
  title: string;
  /** What one finds there, in plain words. */
  tells: string;
  /** What a scenario has to have asked for; without it the section says so. */
  analysis?: string;
  load(): Promise<ComponentType<SectionProps>>;
}

export const sections: readonly Section[] = [
  {
    id: "",
    title: "In brief",
    tells: "The answers on one page: who gains, who would sign, what follows, whether it would hold.",
    load: async () => (await import("./sections/Brief")).Brief,
  },
  {
    id: "terms",
    title: "What does the deal say?",
    tells: "What the deal says on each issue, what holds today, and the red lines of those who must sign or ratify.",
    load: async () => (await import("./sections/TermsSection")).TermsSection,
  },
  {
    id: "impacts",
    title: "Who gains?",
    tells: "Who would be better or worse off than with no deal and than today, and by how much.",
    analysis: "impacts",
    load: async () => (await import("./sections/ImpactsSection")).ImpactsSection,
  },
  {
    id: "acceptance",
    title: "Would they sign?",
    tells: "Who would sign, and what keeps the others from it.",
    analysis: "acceptance",
    load: async () => (await import("./sections/AcceptanceSection")).AcceptanceSection,
  },
  {
    id: "contributions",
    title: "Why do they gain?",
    tells: "Which issue and which consequence each gains or loses by.",
    analysis: "impacts",
    load: async () => (await import("./sections/ContributionsSection")).ContributionsSection,
  },
  {
    id: "effects",
    title: "What follows?",
    tells: "What the terms lead to over the years, and by which paths.",
    analysis: "effects",
    load: async () => (await import("./sections/EffectsSection")).EffectsSection,
  },
  {
    id: "durability",
    title: "Would it hold?",
    tells: "How likely the deal still holds after some years.",
    analysis: "durability",
    load: async () => (await import("./sections/DurabilitySection")).DurabilitySection,
  },
  {
    id: "measures",
    title: "Whose deal, and lawful?",
    tells: "How the short run goes together with the long run, whose deal it is, and whether it is lawful.",
    analysis: "measures",
    load: async () => (await import("./sections/MeasuresSection")).MeasuresSection,
  },
  {
    id: "stability",
    title: "Would they keep to it?",
    tells: "Whether those who signed would gain by breaking it, what deters them, and which states last.",
    analysis: "stability",
    load: async () => (await import("./sections/StabilitySection")).StabilitySection,
  },
  {
    id: "bargaining",
    title: "Where would talks end?",
    tells: "Where bargaining would end by five methods, and who would move when.",
    analysis: "bargaining",
    load: async () => (await import("./sections/BargainingSection")).BargainingSection,
  },
  {
    id: "drivers",
    title: "What does it hang on?",
    tells: "Which judgements the answers hang on, and under which of them everybody signs.",
    analysis: "drivers",
    load: async () => (await import("./sections/DriversSection")).DriversSection,
  },
  {
    id: "counter-offers",
    title: "What would make them sign?",
    tells: "What small change would make all sign who must, or which red lines clash.",
    analysis: "counterOffers",
    load: async () => (await import("./sections/CounterOffersSection")).CounterOffersSection,
  },
];
