import { isObject, type Json, type JsonObject } from "../model/pointer";
import { points, rangeOf } from "../model/range";
import { withRange, type Term } from "../model/term";
import type { Edit } from "../drafting/useDraft";
import { NumberInput } from "../parts/NumberInput";
import { RangeFields } from "../parts/RangeFields";

interface TermDetailsProps {
  place: string;
  term: Term;
  value: Json | undefined;
  edit: Edit;
  isInvalid: boolean;
  describedBy: string;
}

/** The term in numbers, what it rests on, and a note. */
export function TermDetails(props: TermDetailsProps) {
  const { term } = props;
  const rests = [term.source, term.note].filter(Boolean).join("; ");
  return (
    <>
      <TermNumbers {...props} />
      <details>
        <summary class="told term-rests">
          {term.kind === "open" ? "Source and note" : "Note"}
          {rests && `: ${rests}`}
        </summary>
        <div class="term-texts">
          {term.kind === "open" && <TermText {...props} member="source" label="What the range rests on" />}
          <TermText {...props} member="note" label="Note (may be empty)" />
        </div>
      </details>
    </>
  );
}

function TermNumbers({ place, term, value, edit, isInvalid, describedBy }: TermDetailsProps) {
  if (term.kind === "open")
    return (
      <div class="term-numbers">
        <RangeFields place={place} range={term.range!} domain={points} isInvalid={isInvalid} describedBy={describedBy} set={(range) => edit(place, [place, withRange(value, range)])} />
        <label class="check">
          <input
            type="checkbox"
            data-place={`${place}/specified`}
            checked={!term.isSpecified}
            onChange={({ currentTarget: { checked } }) => edit(`${place}/specified`, [`${place}/specified`, checked ? false : undefined])}
          />
          The text leaves it open: the range only bounds what could follow
        </label>
      </div>
    );
  return (
    <div class="term-numbers">
      <div class="range-fields range-fields-one">
        <NumberInput
          label="Value"
          place={`${place}/value`}
          value={term.range!.mode}
          step={points.step}
          isInvalid={isInvalid}
          describedBy={describedBy}
          set={(next) => next !== undefined && edit(place, [place, withRange(value, rangeOf(next))])}
        />
      </div>
    </div>
  );
}

function TermText({ place, term, value, edit, isInvalid, describedBy, member, label }: TermDetailsProps & { member: "source" | "note"; label: string }) {
  const members: JsonObject = isObject(value) ? value : { value: term.range!.mode };
  const put = (text: string) => {
    const { [member]: _, ...others } = members;
    edit(`${place}/${member}`, [place, text === "" && member === "note" ? others : { ...members, [member]: text }]);
  };
  return (
    <label class="field">
      {label}
      <textarea
        rows={3}
        data-place={`${place}/${member}`}
        aria-invalid={isInvalid}
        aria-describedby={describedBy}
        value={term[member] ?? ""}
        onInput={({ currentTarget }) => put(member === "source" ? currentTarget.value.replace(/\s*\n\s*/g, " ") : currentTarget.value)}
      />
    </label>
  );
}
