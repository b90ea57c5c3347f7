import { useId } from "preact/hooks";

interface SelectProps {
  label: string;
  /** Value and words; an empty value stands for no choice. */
  options: readonly (readonly [string, string])[];
  value: string;
  choose(value: string): void;
}

export function Select({ label, options, value, choose }: SelectProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
