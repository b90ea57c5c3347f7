// Numbers as they stand in sentences; they are rounded as the engine's own sentences are.

export const minus = "−";
// Of a kind that does not break a line.
const space = "\u00a0";

/** A probability or a share of draws: to 5 %, and never 0 or 100, since a sample shows neither. */
export function share(value: number): string {
  const settled = settle(value);
  if (settled < 0.05) return `under 5${space}%`;
  return settled > 0.95 ? `over 95${space}%` : `about ${percent(value)}${space}%`;
}

/** The same where there is little room: 40 %, <5 %, >95 %. */
export function shortShare(value: number): string {
  return share(value).replace("about ", "").replace("under ", "<").replace("over ", ">");
}

/** As the end of a sentence: "in about 40 % of the draws", "in every one of 10,000 draws". */
export function inDraws(value: number, draws: number): string {
  return `${inSoMany(value, draws)} draws`;
}

/** The same up to its last word, which a sentence may explain: "in about 40 % of the". */
export function inSoMany(value: number, draws: number): string {
  return soManyOrNone(value, draws) ?? `in ${share(value)} of the`;
}

/** The same of draws whose number is not told, as the engine's sentences say it: "in none of the". */
export function inShareOf(value: number): string {
  if (isCertain(value)) return "in all of the";
  return settle(value) === 0 ? "in none of the" : `in ${share(value)} of the`;
}

export const isCertain = (value: number): boolean => settle(value) === 1;

/** Whether a probability is told as unlikely, or as less than that. */
export const isUnlikely = (value: number): boolean => percent(value) < 45;

/** In a few words, where there is little room: "every draw", "no draw"; nothing in between. */
export function everyOrNone(value: number): string | undefined {
  if (isCertain(value)) return "every draw";
  return settle(value) === 0 ? "no draw" : undefined;
}

/** "about 40 %", "no draw", "every draw": where there is room for a word and not for how many draws there are. */
export const shareOrNone = (value: number): string => everyOrNone(value) ?? share(value);

/** What the sample shows plainly, without a word on what may happen beyond it. */
function soManyOrNone(value: number, draws: number): string | undefined {
  if (settle(value) === 0) return `in none of ${whole(draws)}`;
  return isCertain(value) ? `in every one of ${whole(draws)}` : undefined;
}

/** A sentence of the engine, in which no line breaks before a per cent sign. */
export function unbroken(text: string): string {
  return text.replace(/(\d) %/g, `$1${space}%`);
}

/** The word for a probability on the scale of ICD 203. */
export function likelihood(value: number): string {
  const settled = settle(value);
  const rounded = settled < 0.05 || settled > 0.95 ? value * 100 : percent(value);
  if (rounded < 5) return "almost no chance";
  if (rounded <= 20) return "very unlikely";
  if (rounded < 45) return "unlikely";
  if (rounded <= 55) return "roughly even chance";
  if (rounded < 80) return "likely";
  return rounded <= 95 ? "very likely" : "almost certain";
}

/** The head of a sentence on what may happen. */
export function itIs(value: number): string {
  const words = likelihood(value);
  if (words === "almost no chance") return "There is almost no chance";
  return words === "roughly even chance" ? "There is a roughly even chance" : `It is ${words}`;
}

/** Points with their sign: one decimal below ten, whole from there on. */
export function points(value: number): string {
  const size = Math.abs(settle(value));
  if (size < 0.05) return "0";
  return `${value < 0 ? minus : "+"}${rounded(size, size < 9.95 ? 1 : 0)}`;
}

/** A number with its sign and so many decimals. */
export function signed(value: number, decimals: number): string {
  const text = rounded(Math.abs(value), decimals);
  return Number(text) === 0 ? text : `${value < 0 ? minus : "+"}${text}`;
}

interface Crossing {
  wants: "more" | "less";
  threshold: number;
}

/** Where a level has to be for an event to come about, which need not be good news: "−0.10 or below". */
export function comesAbout({ wants, threshold }: Crossing): string {
  return `${signed(threshold, 2)} or ${wants === "more" ? "above" : "below"}`;
}

/** Where it is when the event does not come about: "above −0.10". */
export function failsToCome({ wants, threshold }: Crossing): string {
  return `${wants === "more" ? "below" : "above"} ${signed(threshold, 2)}`;
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString("en-GB");
}

/** With at most one decimal. */
export function decimal(value: number): string {
  return `${Math.round(value * 10) / 10}`;
}

export function when(iso: string): string {
  return new Date(iso).toLocaleString("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
}

export function listed(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(names);
}

export const roles = { veto: "must sign", influencer: "has influence", affected: "is affected" } as const;
export const baselines = { noDeal: "no deal", statusQuo: "the status quo" } as const;

const percent = (value: number) => 5 * Math.round(settle(value * 20));

/** Rounded as the engine rounds, so that a half goes the same way in its sentences and here. */
export const rounded = (size: number, decimals: number) => (Math.round(settle(size) * 10 ** decimals) / 10 ** decimals).toFixed(decimals);

/** Without the last digits, which depend on the order of sums: the words are the engine's, also exactly at a bound. */
export const settle = (value: number) => Math.round(value * 1e9) / 1e9;
