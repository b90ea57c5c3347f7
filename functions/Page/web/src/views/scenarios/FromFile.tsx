import { useRef, useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import { post, Refusal } from "../../api/client";
import type { Problem, Validation } from "../../api/types";
import { useSubmission } from "../../api/useSubmission";
import { PointedProblems, ProblemNotice } from "../../components/States";
import { Term } from "../../components/Term";
import { whole } from "../../words";

interface Checked {
  name: string;
  content: string;
  validation?: Validation;
  problem?: Problem;
}

export function FromFile() {
  const [checked, setChecked] = useState<Checked>();
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (file) setChecked(await check(file.name, await file.text()));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer?.files[0]);
  };
  return (
    <>
      <div
        class={`drop ${isOver ? "drop-over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>Drop a scenario (JSON) here, or</p>
        <button type="button" class="button" onClick={() => input.current?.click()}>
          Choose a file
        </button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = ""; // The same file can be chosen again once it is mended.
          }}
        />
      </div>
      {checked && <Outcome checked={checked} />}
    </>
  );
}

function Outcome({ checked: { name, content, validation, problem } }: { checked: Checked }) {
  const { submit, isSending, problem: refusal } = useSubmission();
  if (problem) return <ProblemNotice problem={problem} />;
  if (!validation?.valid)
    return (
      <div class="notice notice-problem" role="alert">
        <strong class="told">{name} cannot be evaluated as it is</strong>
        <PointedProblems problems={validation?.problems ?? []} />
      </div>
    );
  return (
    <div class="notice" role="status">
      <strong class="told">{name} can be evaluated</strong>
      <p>
        Its <Term of="cost" /> is {whole(validation.cost ?? 0)} units.
      </p>
      <button type="button" class="button button-main" disabled={isSending} onClick={() => submit(content)}>
        {isSending ? "Sending …" : "Evaluate it"}
      </button>
      {refusal && <ProblemNotice problem={refusal} />}
    </div>
  );
}

async function check(name: string, content: string): Promise<Checked> {
  try {
    return { name, content, validation: (await post<Validation>(addresses.validation, content)).body };
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    return { name, content, problem: failure.problem };
  }
}
