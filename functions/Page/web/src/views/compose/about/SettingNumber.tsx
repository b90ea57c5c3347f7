import { useId } from "preact/hooks";
import { whole } from "../../../words";
import { problemsWithin, useComposing } from "../composing";
import { valueAt } from "../model/pointer";
import { NumberInput } from "../parts/NumberInput";
import { ProblemLine } from "../parts/ProblemLine";

/** A number that may be left out: then the usual one holds. */
export function SettingNumber({ place, label, usual, step, hint }: { place: string; label: string; usual: number; step: number; hint: string }) {
  const { document, edit, problems } = useComposing();
  const id = useId();
  const own = problemsWithin(problems, place);
  const value = valueAt(document, place);
  return (
    <div class="field-with-problem">
      <NumberInput
        label={label}
        place={place}
        step={step}
        placeholder={`${whole(usual)} unless set`}
        value={typeof value === "number" ? value : undefined}
        isInvalid={own.length > 0}
        describedBy={id}
        mayBeEmpty
        set={(next) => edit(place, [place, next])}
      />
      <span class="small soft">{hint}</span>
      <ProblemLine id={id} problems={own} />
    </div>
  );
}
