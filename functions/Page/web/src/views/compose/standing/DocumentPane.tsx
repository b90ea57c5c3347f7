import { useId } from "preact/hooks";
import { save } from "../../../charts/exporting";
import { useComposing } from "../composing";
import type { Drafting } from "../drafting/useDraft";
import { textOf } from "../model/history";
import { valueAt } from "../model/pointer";
import { ProblemLine } from "../parts/ProblemLine";
import { Section } from "../parts/Section";

/** The document as it is sent: to read, to change, to keep. */
export function DocumentPane({ drafting: { version, type } }: { drafting: Drafting }) {
  const { problems } = useComposing();
  const line = useId();
  const own = problems.filter(({ pointer }) => pointer === "");
  const text = textOf(version);
  return (
    <Section title="The document" intro="All of the above as JSON. What is changed here changes the controls, and the other way round.">
      <details class="fold">
        <summary>Show and edit the document</summary>
        <div class="field-with-problem">
          <label class="field">
            The scenario as JSON
            <textarea
              class="document"
              rows={20}
              spellcheck={false}
              data-place=""
              aria-invalid={own.length > 0}
              aria-describedby={line}
              value={text}
              onInput={({ currentTarget }) => type(currentTarget.value)}
            />
          </label>
          <ProblemLine id={line} problems={own} />
        </div>
      </details>
      <div class="row">
        <button type="button" class="button" onClick={() => save(new Blob([text], { type: "application/json" }), fileName(valueAt(version.document, "/title")))}>
          ↓ Download as a file
        </button>
      </div>
    </Section>
  );
}

function fileName(title: unknown): string {
  const words = typeof title === "string" ? title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) : "";
  return `${words || "scenario"}.json`;
}
