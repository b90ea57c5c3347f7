import type { SituationVersion } from "./types";

export const scenarios = "/api/scenarios";
export const validation = "/api/scenarios/validate";
export const situations = "/api/situations";

export const scenario = (id: string) => `${scenarios}/${encodeURIComponent(id)}`;
export const inputs = (id: string) => `${scenario(id)}/inputs`;
export const report = (id: string) => `${scenario(id)}/report`;
export const part = (id: string, name: string) => `${report(id)}/${name}`;
export const cancel = (id: string) => `${scenario(id)}/cancel`;
export const rerun = (id: string) => `${scenario(id)}/rerun`;

export const situation = (id: string) => `${situations}/${encodeURIComponent(id)}`;
export const shippedScenarios = (situation: string) => `${situations}/${encodeURIComponent(situation)}/scenarios`;
export const situationVersion = ({ id, version }: SituationVersion) => `${situations}/${encodeURIComponent(id)}/versions/${version}`;

export const comparison = (ids: readonly string[]) => `/api/compare?ids=${ids.map(encodeURIComponent).join(",")}`;

export const sweeps = "/api/sweeps";
export const sweepValidation = `${sweeps}/validate`;
export const sweep = (id: string) => `${sweeps}/${encodeURIComponent(id)}`;
export const sweepInputs = (id: string) => `${sweep(id)}/inputs`;
export const variants = (id: string, from = 0, limit = 10_000, step = 1) => `${sweep(id)}/variants?from=${from}&limit=${limit}${step > 1 ? `&step=${step}` : ""}`;
export const cancelSweep = (id: string) => `${sweep(id)}/cancel`;
