import type { Sentence } from "../../api/types";

interface SentencesProps {
  sentences: readonly Sentence[];
}

/** The engine's own sentences, each with the places of its numbers in the report and what it cites. */
export function Sentences({ sentences }: SentencesProps) {
  return (
    <ul class="sentences">
      {sentences.map((sentence) => (
        <li key={sentence.text}>
          <span class="told">{sentence.text}</span>
          <Behind sentence={sentence} />
        </li>
      ))}
    </ul>
  );
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
