// Which of the engine's sentences the printed brief has where two pages do not hold all of them.
import type { Narration, Sentence } from "../../api/types";

type Verdicts = Narration["verdicts"];

/** Letters in a line of print, and lines on the page beside headings and notes. */
const letters = 105;
const room = 42;

/** More sentences than two pages are sure to hold. */
const isLong = (verdicts: Verdicts): boolean => Object.values(verdicts).flat().length > 24;

/** A verdict on the rules of law. */
export const isLaw = ({ figures }: Sentence): boolean => figures.some(({ pointer }) => pointer.startsWith("/measures/legality"));

/** Whether some sentences are not printed. */
export function isShortened(verdicts: Verdicts): boolean {
  const printed = onPaper(verdicts);
  return Object.values(verdicts).flat().some(({ text }) => !printed.has(text));
}

/** Their texts. Law and what stands in the way of signing are always there; then what comes first in its topic, as far as there is room. */
export function onPaper(verdicts: Verdicts): ReadonlySet<string> {
  const all = Object.entries(verdicts).flatMap(([topic, sentences]) => sentences.map((sentence, place) => ({ text: sentence.text, topic, weight: topic === "acceptance" || isLaw(sentence) ? -1 : place })));
  if (!isLong(verdicts)) return new Set(all.map(({ text }) => text));
  const [kept, cut] = [new Set<string>(), new Set<string>()];
  let lines = 0;
  for (const { text, topic, weight } of all.sort((one, other) => one.weight - other.weight)) {
    const more = Math.ceil(text.length / letters);
    // What follows on a sentence that is not there may refer to it.
    if (weight >= 0 && (cut.has(topic) || lines + more > room)) {
      cut.add(topic);
      continue;
    }
    lines += more;
    kept.add(text);
  }
  return kept;
}
