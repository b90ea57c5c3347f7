import type { Issue, SituationDocument } from "../../../api/situation";
import type { Inputs } from "../../../api/types";
import { Choice } from "../../../components/Choice";
import { modeOf, rangeWords, termOf } from "../../../judgements";
import { scaleWords } from "../../../scale";
import { fullRange, type VariedDraft } from "./draft";
import { Field } from "./Field";
import { ProblemLines } from "./ProblemLines";
import type { DraftProps } from "./Start";

interface VariedTermsProps extends DraftProps {
  base: Inputs;
  situation: SituationDocument;
}

/** Which terms take which values. */
export function VariedTerms({ draft, change, problems, base, situation }: VariedTermsProps) {
  const turn = (issue: string) => {
    const { [issue]: former, ...others } = draft.varied;
    // In the order of the situation, which is that of the form.
    const next = former ? others : { ...others, [issue]: fullRange };
    change({ varied: Object.fromEntries(Object.keys(situation.issues).flatMap((id) => (next[id] ? [[id, next[id]]] : []))) });
  };
  return (
    <fieldset>
      <legend>Which terms are varied</legend>
      <div>
        {Object.entries(situation.issues).map(([id, issue]) => {
          const varied = draft.varied[id];
          return (
            <div class="varied" key={id}>
              <label>
                <input type="checkbox" checked={varied !== undefined} onChange={() => turn(id)} />
                <span>
                  <span class="told">{issue.name}</span> <span class="small soft told">{saidNow(situation, base, id, issue)}</span>
                </span>
              </label>
              {varied && (
                <Settings
                  issue={issue}
                  varied={varied}
                  isGrid={draft.design === "grid"}
                  change={(part) => change({ varied: { ...draft.varied, [id]: { ...varied, ...part } } })}
                  problems={problems}
                  pointer={`/vary/${id}`}
                />
              )}
            </div>
          );
        })}
      </div>
      <ProblemLines problems={problems} pointer="/vary" but={Object.keys(draft.varied).map((id) => `/vary/${id}`)} />
    </fieldset>
  );
}

const kinds = { range: "a range", list: "a list of values" } as const;

interface SettingsProps {
  issue: Issue;
  varied: VariedDraft;
  isGrid: boolean;
  change(part: Partial<VariedDraft>): void;
  problems: DraftProps["problems"];
  pointer: string;
}

function Settings({ issue, varied, isGrid, change, problems, pointer }: SettingsProps) {
  const field = (name: "low" | "high" | "steps", label: string) => (
    <Field label={label} kind="number" value={varied[name]} change={(value) => change({ [name]: value })} problems={problems} pointer={`${pointer}/${name}`} />
  );
  return (
    <div class="settings" role="group" aria-label={`Values of ${issue.name}`}>
      <Choice label="It takes" options={kinds} value={varied.kind} choose={(kind) => change({ kind })} />
      {varied.kind === "range" ? (
        <>
          <div class="in-a-row">
            {field("low", "From")}
            {field("high", "To")}
            {field("steps", isGrid ? "Steps" : "Steps (none: any value)")}
          </div>
          <ProblemLines problems={problems} pointer={pointer} but={["low", "high", "steps"].map((name) => `${pointer}/${name}`)} />
        </>
      ) : (
        <Field label="Values from 0 to 100, with commas between them" value={varied.list} change={(list) => change({ list })} problems={problems} pointer={pointer} />
      )}
      <p class="small soft told">
        0: {issue.anchors[0]?.text}. 100: {issue.anchors.at(-1)?.text}.
      </p>
    </div>
  );
}

function saidNow(situation: SituationDocument, base: Inputs, id: string, issue: Issue): string {
  const { value } = termOf(situation, base, id);
  const says = base.terms[id] === undefined ? "not mentioned, so it stays at" : "now";
  return `(${says} ${rangeWords(value)}: ${scaleWords(issue, modeOf(value))})`;
}
