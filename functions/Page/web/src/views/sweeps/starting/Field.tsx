import { useId } from "preact/hooks";
import { ProblemLines, problemsAt, type Pointed } from "./ProblemLines";

interface FieldProps extends Pointed {
  label: string;
  kind?: "text" | "number";
  value: string;
  placeholder?: string;
  change(value: string): void;
}

/** A value as it is typed, with what is wrong with it below. */
export function Field({ label, kind = "text", value, placeholder, change, problems, pointer }: FieldProps) {
  const id = useId();
  const isWrong = problemsAt({ problems, pointer }).length > 0;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode={kind === "number" ? "decimal" : "text"}
        value={value}
        placeholder={placeholder}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onInput={(event) => change(event.currentTarget.value)}
      />
      <div id={`${id}-wrong`}>
        <ProblemLines problems={problems} pointer={pointer} />
      </div>
    </div>
  );
}
