interface SelectProps {
  label: string;
  /** Value and words; an empty value stands for no choice. */
  options: readonly (readonly [string, string])[];
  value: string;
  choose(value: string): void;
}

export function Select({ label, options, value, choose }: SelectProps) {
  return (
    <label class="field">
      {label}
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
