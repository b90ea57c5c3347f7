import type { Scenario, Sentence } from "../../api/types";
import { unbroken } from "../../words";
import { Behind } from "./Behind";

interface SentencesProps {
  sentences: readonly Sentence[];
  scenario: Scenario;
  /** The texts of those that are printed; without it all are. */
  printed?: ReadonlySet<string>;
}

/** The engine's own sentences, each with the places of its numbers in the report and what it cites. */
export function Sentences({ sentences, scenario, printed }: SentencesProps) {
  return (
    <ul class="sentences">
      {once(sentences).map((sentence) => (
        <li key={sentence.text} class={printed?.has(sentence.text) === false ? "screen-only" : undefined}>
          <SentenceWords sentence={sentence} scenario={scenario} />
        </li>
      ))}
    </ul>
  );
}

export function SentenceWords({ sentence, scenario }: { sentence: Sentence; scenario: Scenario }) {
  return (
    <>
      <span class="told">{unbroken(sentence.text)}</span>
      <Behind sentence={sentence} scenario={scenario} />
    </>
  );
}

/** A sentence that the engine says in two places is shown once, with the evidence of both. */
function once(sentences: readonly Sentence[]): Sentence[] {
  const texts = [...new Set(sentences.map(({ text }) => text))];
  return texts.map((text) => {
    const same = sentences.filter((each) => each.text === text);
    const figures = same.flatMap((each) => each.figures);
    return { text, figures: figures.filter((figure, at) => figures.findIndex((each) => each.pointer === figure.pointer) === at), citations: [...new Set(same.flatMap((each) => each.citations))] };
  });
}
