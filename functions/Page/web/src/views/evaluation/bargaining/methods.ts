import type { Method } from "../../../api/bargaining";
import type { Entry } from "../../../glossary";

/** The methods in their order, with the words that explain them. */
export const methods: Record<Method, { name: string; term: Entry }> = {
  compromiseMean: { name: "Compromise", term: "compromise mean" },
  nash: { name: "Nash", term: "Nash bargaining" },
  kalaiSmorodinsky: { name: "Kalai–Smor.", term: "Kalai–Smorodinsky" },
  spatialModel: { name: "Spatial model", term: "Spatial Model of Politics" },
  equalGainExchange: { name: "Exchange", term: "equal-gain exchange" },
};

export const methodIds = Object.keys(methods) as Method[];
