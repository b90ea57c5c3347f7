import { useId, useMemo } from "preact/hooks";
import type { Issue } from "../../../api/situation";
import type { PointedProblem } from "../../../api/types";
import type { Edit } from "../drafting/useDraft";
import { pointer, type Json } from "../model/pointer";
import { inWords, plain } from "../model/scale";
import { as, type TermKind } from "../model/term";
import { KindChoice } from "./KindChoice";
import { ScaleInWords } from "./ScaleInWords";
import { Stances } from "./Stances";
import { TermDetails } from "./TermDetails";
import { TermSlider } from "./TermSlider";
import type { Standpoint } from "./useStandpoints";
import { Verdict } from "./Verdict";
import { Was } from "./Was";

export interface IssueTermProps {
  id: string;
  issue: Issue;
  /** As it stands in the document. */
  value: Json | undefined;
  /** As it stood where the draft started from. */
  before: Json | undefined;
  standpoint: Standpoint;
  isEveryoneShown: boolean;
  problems: readonly PointedProblem[];
  edit: Edit;
}

/** What the scenario says of one issue. Drawn again only when something of it has changed, since all the others stand beside it. */
export function IssueTerm(props: IssueTermProps) {
  const told = props.problems.map(({ pointer: place, detail }) => place + detail).join("\n");
  const { issue, value, before, standpoint, isEveryoneShown } = props;
  return useMemo(() => <Drawn {...props} />, [issue, value, before, standpoint.stances, standpoint.statusQuo, isEveryoneShown, told]);
}

function Drawn({ id, issue, value, before, standpoint, isEveryoneShown, problems, edit }: IssueTermProps) {
  const [heading, line] = [useId(), useId()];
  const place = pointer("terms", id);
  const { term, statusQuo, effective, isOutOfOrder, stances } = standpoint;
  const shown = isEveryoneShown ? stances : stances.filter(({ isNeeded }) => isNeeded);
  const isLeft = term.kind === "unmentioned";
  const common = { issue, place, term, value, edit, isInvalid: problems.length > 0, describedBy: line };
  const choose = (kind: Exclude<TermKind, "unreadable">) =>
    edit(`${place} kind`, [place, kind === "unmentioned" ? undefined : as(kind, value ?? before, statusQuo?.mode ?? 50)]);
  return (
    <li class="issue card" aria-labelledby={heading} data-issue={id}>
      <div class="issue-head">
        <h3 id={heading} class="told" tabIndex={-1}>
          {issue.name}
        </h3>
        <KindChoice issue={issue.name} place={place} kind={term.kind} choose={choose} />
      </div>
      {term.kind === "unreadable" && <p>What the document says here can only be changed there, or by choosing anew above.</p>}
      {isLeft && effective && (
        <p class="told soft">
          Stays as it is: {plain(effective.mode)}, {inWords(issue.anchors, effective.mode)}
        </p>
      )}
      <div class="scale">
        {term.range && <TermSlider {...common} statusQuo={statusQuo} />}
        {(effective || isOutOfOrder) && <Stances stances={shown} term={effective} statusQuo={statusQuo} isLeft={isLeft} />}
      </div>
      <Verdict id={line} term={effective} {...{ isOutOfOrder, statusQuo, stances, shown, isLeft, problems }} />
      {term.range && <TermDetails {...common} />}
      <div class="issue-foot">
        <ScaleInWords {...common} />
        {before !== undefined && <Was before={before} value={value} restore={() => edit(`${place} back`, [place, before])} />}
      </div>
    </li>
  );
}
