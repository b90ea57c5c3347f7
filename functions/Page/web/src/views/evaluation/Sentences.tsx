import type { Sentence } from "../../api/types";
import { unbroken } from "../../words";

interface SentencesProps {
  sentences: readonly Sentence[];
}

/** The engine's own sentences, each with the places of its numbers in the report and what it cites. */
export function Sentences({ sentences }: SentencesProps) {
  return (
    <ul class="sentences">
      {once(sentences).map((sentence) => (
        <li key={sentence.text}>
          <SentenceWords sentence={sentence} />
        </li>
      ))}
    </ul>
  );
}

export function SentenceWords({ sentence }: { sentence: Sentence }) {
  return (
    <>
      <span class="told">{unbroken(sentence.text)}</span>
      <Behind sentence={sentence} />
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

function Behind({ sentence: { figures, citations } }: { sentence: Sentence }) {
  if (figures.length + citations.length === 0) return null;
  return (
    <details class="screen-only">
      <summary>evidence</summary>
      {figures.map(({ words, pointer }) => (
        <div key={pointer}>
          {words}: <code>{pointer}</code>
        </div>
      ))}
      {citations.length > 0 && <div>Rests on {citations.join(", ")}</div>}
    </details>
  );
}
