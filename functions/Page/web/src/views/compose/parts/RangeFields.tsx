import { rangeLabels } from "../../../problems";
import { handles, type Domain, type Span } from "../model/range";
import { NumberInput } from "./NumberInput";

interface RangeFieldsProps {
  place: string;
  range: Span;
  domain: Domain;
  isInvalid: boolean;
  describedBy: string;
  set(range: Span): void;
}

/** A range as three numbers, typed in any order; only what is wrong in the end is refused. */
export function RangeFields({ place, range, domain, isInvalid, describedBy, set }: RangeFieldsProps) {
  return (
    <div class="range-fields">
      {handles.map((handle) => (
        <NumberInput
          key={handle}
          label={rangeLabels[handle]!}
          place={`${place}/${handle}`}
          value={range[handle]}
          step={domain.step}
          isInvalid={isInvalid}
          describedBy={describedBy}
          set={(value) => value !== undefined && set({ ...range, [handle]: value })}
        />
      ))}
    </div>
  );
}
