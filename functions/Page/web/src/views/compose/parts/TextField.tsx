import { useId } from "preact/hooks";
import { problemsWithin, useComposing } from "../composing";
import { valueAt } from "../model/pointer";
import { ProblemLine } from "./ProblemLine";

interface TextFieldProps {
  label: string;
  /** Where the text stands in the document. */
  place: string;
  rows?: number;
  isRequired?: boolean;
  placeholder?: string;
}

/** A text of the document. One that is not required is left out while it is empty. */
export function TextField({ label, place, rows, isRequired, placeholder }: TextFieldProps) {
  const { document, edit, problems } = useComposing();
  const id = useId();
  const own = problemsWithin(problems, place);
  const value = valueAt(document, place);
  const common = {
    "data-place": place,
    "aria-invalid": own.length > 0,
    "aria-describedby": id,
    value: typeof value === "string" ? value : "",
    placeholder,
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      const text = event.currentTarget.value;
      edit(place, [place, text === "" && !isRequired ? undefined : text]);
    },
  };
  return (
    <div class="field-with-problem">
      <label class="field">
        {label}
        {rows ? <textarea rows={rows} {...common} /> : <input type="text" {...common} />}
      </label>
      <ProblemLine id={id} problems={own} />
    </div>
  );
}
