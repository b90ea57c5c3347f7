import { useState } from "preact/hooks";

interface NumberInputProps {
  label: string;
  value: number | undefined;
  /** Where the number stands in the document. */
  place: string;
  step?: number;
  min?: number;
  max?: number;
  placeholder?: string;
  isInvalid?: boolean;
  describedBy?: string;
  /** Called with undefined when the input is emptied, where that is allowed. */
  set(value: number | undefined): void;
  mayBeEmpty?: boolean;
}

/** A number to type. What is no number yet stays in the input and changes nothing; when the input is left, what counts stands there again. */
export function NumberInput({ label, value, place, step, min, max, placeholder, isInvalid, describedBy, set, mayBeEmpty }: NumberInputProps) {
  const [typed, setTyped] = useState<string>();
  const take = (text: string) => {
    setTyped(text);
    const number = Number(text);
    if (text.trim() === "") mayBeEmpty && set(undefined);
    else if (Number.isFinite(number)) set(number);
  };
  return (
    <label class="field">
      {label}
      <input
        type="number"
        step={step ?? "any"}
        min={min}
        max={max}
        data-place={place}
        placeholder={placeholder}
        aria-invalid={isInvalid}
        aria-describedby={describedBy}
        value={typed ?? (value === undefined ? "" : `${value}`)}
        onInput={(event) => take(event.currentTarget.value)}
        onBlur={() => setTyped(undefined)}
      />
    </label>
  );
}
