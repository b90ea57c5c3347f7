import type { SituationDocument } from "../../../api/situation";
import type { Baseline, Inputs } from "../../../api/types";
import { JudgementsWithSources } from "../../../components/Judgements";
import { baselineOn, modeOf, preferencesOn, termOf, judgementAt } from "../../../judgements";
import { scaleWords } from "../../../scale";
import { baselines, listed, points } from "../../../words";
import { behindCell } from "./behind";
import { cellAt, type Grid } from "./grid";

interface CellNoteProps {
  grid: Grid;
  stakeholder: string;
  row: string;
  situation: SituationDocument;
  inputs: Inputs;
}

/** A cell in a sentence. */
export function CellSentence({ grid, stakeholder, row: key }: Pick<CellNoteProps, "grid" | "stakeholder" | "row">) {
  const column = grid.columns.find((each) => each.id === stakeholder)!;
  const row = grid.rows.find((each) => each.key === key)!;
  const { mean } = cellAt(grid, stakeholder, key)!;
  const isSmall = Math.abs(mean) < 0.05;
  return (
    <p class="cell-sentence" aria-live="polite">
      <span class="told">{row.name}</span> {isSmall ? "hardly moves" : mean > 0 ? "adds" : "takes"}{" "}
      {!isSmall && (
        <>
          <strong class="numbers">{points(mean).slice(1)} points</strong> {mean > 0 ? "to" : "from"}{" "}
        </>
      )}
      the impact on <span class="told">{column.name}</span> against {baselines[grid.against]}, which is <span class="numbers">{points(column.impact)}</span> in all.
    </p>
  );
}

/** What a cell means on its scale, with the judgements behind it and what they rest on. */
export function CellNote({ grid, stakeholder, row: key, situation, inputs }: CellNoteProps) {
  const row = grid.rows.find((each) => each.key === key)!;
  const about = row.kind === "issue" ? aboutIssue(situation, inputs, stakeholder, row.id, grid.against) : row.kind === "effect" ? aboutEffect(situation, stakeholder, row.id) : "";
  return (
    <>
      {about && <p class="told">{about}</p>}
      <div class="cell-judgements">
        <JudgementsWithSources judgements={behindCell(situation, inputs, stakeholder, row, grid.against)} situation={situation} label="Judgements behind this cell" />
      </div>
    </>
  );
}

function aboutIssue(situation: SituationDocument, inputs: Inputs, stakeholder: string, issue: string, against: Baseline): string {
  const scale = situation.issues[issue];
  const [own] = preferencesOn(situation, inputs, stakeholder, issue);
  const ideal = own && judgementAt(situation, inputs, `${own.pointer}/ideal`, "");
  if (!scale || !ideal) return "";
  const term = termOf(situation, inputs, issue);
  const instead = baselineOn(situation, inputs, issue, against).map(({ name, value }) => [name, scaleWords(scale, modeOf(value))] as const);
  return `${term.name}: ${scaleWords(scale, modeOf(term.value))}. ${situation.stakeholders[stakeholder]!.name} would like: ${scaleWords(scale, modeOf(ideal.value))}. ${comparedWith(against, instead)}`;
}

/** What there would be in place of the deal; where it comes out alike, it is said once. */
function comparedWith(against: Baseline, outcomes: readonly (readonly [name: string, words: string])[]): string {
  if (outcomes.length === 0) return "";
  const words = [...new Set(outcomes.map(([, each]) => each))];
  if (words.length === 1) return `With ${baselines[against]}: ${words[0]}.`;
  return `With ${baselines[against]}: ${words.map((each) => `${each} (${listed(outcomes.filter(([, same]) => same === each).map(([name]) => name))})`).join("; ")}.`;
}

function aboutEffect(situation: SituationDocument, stakeholder: string, id: string): string {
  const effect = situation.effects[id];
  const exposure = situation.stakeholders[stakeholder]?.exposures?.effects?.[id];
  if (!effect || !exposure) return "";
  return `${situation.stakeholders[stakeholder]!.name} wants ${exposure.wants} of it. More of it means: ${effect.whenPositive}; less: ${effect.whenNegative}.`;
}
