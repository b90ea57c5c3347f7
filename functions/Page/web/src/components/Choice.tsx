import { useId } from "preact/hooks";

interface ChoiceProps<T extends string> {
  label: string;
  options: Readonly<Record<T, string>>;
  value: T;
  choose(value: T): void;
}

/** One of a few, all of them visible. */
export function Choice<T extends string>({ label, options, value, choose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      {(Object.entries(options) as [T, string][]).map(([option, words]) => (
        <label key={option}>
          <input type="radio" name={name} checked={option === value} onChange={() => choose(option)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
