import type { SituationDocument } from "../api/situation";
import { citationsIn, rangeWords, type Judgement } from "../judgements";
import { SourceEntries } from "./SourceEntries";
import { Term } from "./Term";

interface JudgementsProps {
  judgements: readonly Judgement[];
  situation: SituationDocument;
  label: string;
}

/** Judgements with their ranges and what each rests on. */
export function Judgements({ judgements, label }: Omit<JudgementsProps, "situation">) {
  return (
    <ul class="judgements" tabIndex={0} aria-label={label}>
      {judgements.map(({ name, pointer, value, source, isOverridden }) => (
        <li key={pointer}>
          <span class="told">{name}</span> <strong class="numbers">{rangeWords(value)}</strong>
          {isOverridden && <span class="soft"> (the scenario's own)</span>}
          {source && <div class="soft told">{source}</div>}
        </li>
      ))}
    </ul>
  );
}

/** The same, with the claims and sources that they cite spelled out. */
export function JudgementsWithSources({ judgements, situation, label }: JudgementsProps) {
  const citations = citationsIn(situation, ...judgements.map((each) => each.source));
  return (
    <>
      <p class="small soft">
        <Term of="range">Low – likeliest – high</Term>, and what each judgement rests on
      </p>
      <Judgements judgements={judgements} label={label} />
      {citations.length > 0 && <SourceEntries keys={citations} sources={situation.sources} />}
    </>
  );
}
