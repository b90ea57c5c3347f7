import type { SituationDocument } from "../../../api/situation";
import { Select } from "../../../components/Select";
import { mostOutputs, type OutputDraft, type OutputKind } from "./draft";
import { Field } from "./Field";
import { ProblemLines } from "./ProblemLines";
import type { DraftProps } from "./Start";

interface OutputsProps extends DraftProps {
  situation: SituationDocument;
  horizon: number;
}

const kinds: readonly (readonly [OutputKind, string])[] = [
  ["impact", "Impact against no deal"],
  ["statusQuoImpact", "Impact against the status quo"],
  ["acceptance", "Who signs"],
  ["effect", "An effect"],
  ["survival", "The deal still holds"],
  ["subordination", "Distance from the principals"],
];

const wants = [["more", "more is wanted"], ["less", "less is wanted"]] as const;

/** What every variant is judged by; the front and the boxes are about these. */
export function Outputs({ draft, change, problems, situation, horizon }: OutputsProps) {
  const set = (place: number, part: Partial<OutputDraft>) => change({ outputs: draft.outputs.map((output, at) => (at === place ? { ...output, ...part } : output)) });
  const choicesOf = (kind: OutputKind) => choices(kind, situation, horizon);
  return (
    <fieldset>
      <legend>What they are judged by</legend>
      <div>
        {draft.outputs.map((output, place) => (
          <div class="output" key={place} role="group" aria-label={`Output ${place + 1}`}>
            <div class="in-a-row">
              <Select label="What" options={kinds} value={output.kind} choose={(kind) => set(place, { kind: kind as OutputKind, of: choicesOf(kind as OutputKind)[0]?.[0] ?? "" })} />
              {choicesOf(output.kind).length > 0 && <Select label={ofWhat[output.kind]} options={choicesOf(output.kind)} value={output.of} choose={(of) => set(place, { of })} />}
              <Select label="Better is" options={wants} value={output.wants} choose={(value) => set(place, { wants: value as OutputDraft["wants"] })} />
              <Field
                label={`Fails ${output.wants === "more" ? "below" : "above"}`}
                kind="number"
                value={output.fails}
                placeholder={output.kind === "acceptance" || output.kind === "survival" ? "0.5" : "0"}
                change={(fails) => set(place, { fails })}
                problems={problems}
                pointer={`/outputs/${place}/fails`}
              />
            </div>
            <ProblemLines problems={problems} pointer={`/outputs/${place}`} but={[`/outputs/${place}/fails`]} />
            {draft.outputs.length > 1 && (
              <div>
                <button type="button" class="button button-quiet" onClick={() => change({ outputs: draft.outputs.filter((_, at) => at !== place) })}>
                  Take output {place + 1} away
                </button>
              </div>
            )}
          </div>
        ))}
      </div>
      {draft.outputs.length < mostOutputs && (
        <div>
          <button type="button" class="button" onClick={() => change({ outputs: [...draft.outputs, { kind: "impact", of: choicesOf("impact")[0]![0], wants: "more", fails: "" }] })}>
            Add an output
          </button>
        </div>
      )}
    </fieldset>
  );
}

const ofWhat: Record<OutputKind, string> = { impact: "On", statusQuoImpact: "On", acceptance: "Who", effect: "Which", survival: "After", subordination: "" };

function choices(kind: OutputKind, { stakeholders, effects }: SituationDocument, horizon: number): readonly (readonly [string, string])[] {
  const named = (all: Record<string, { name: string }>) => Object.entries(all).map(([id, { name }]) => [id, name] as const);
  if (kind === "acceptance") return [["joint", "all who must sign"], ...named(stakeholders)];
  if (kind === "effect") return named(effects);
  if (kind === "survival") return [...Array(horizon).keys()].map((year) => [`${year + 1}`, `${year + 1} ${year === 0 ? "year" : "years"}`] as const);
  return kind === "subordination" ? [] : named(stakeholders);
}
