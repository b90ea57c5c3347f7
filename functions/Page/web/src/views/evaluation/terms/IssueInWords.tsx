import type { Issue, Judged } from "../../../api/situation";
import { boundsOf, modeOf } from "../../../judgements";
import { scaleWords } from "../../../scale";
import { inNumbersAndWords, toldOf, type IssueInDeal } from "./issues";

const openings = { says: "", "leaves open": "Left open by the text. What could follow: ", "does not mention": "Not mentioned, so it stays as it is today: " } as const;

/** One issue: the deal, today, and the red lines, in numbers and in the words of the scale. */
export function IssueInWords({ of: { id, issue, saying, value, note, today, redLines } }: { of: IssueInDeal }) {
  return (
    <li data-issue={id}>
      <h3 class="told">{issue.name}</h3>
      <dl>
        <dt>The deal</dt>
        <dd class="told">
          {openings[saying]}
          {inNumbersAndWords(issue, value)}
          <Ends issue={issue} value={value} />
          {note && <p class="small soft told">{note}</p>}
        </dd>
        <dt>Today</dt>
        <dd class="told">{inNumbersAndWords(issue, today)}</dd>
        <dt>Red lines</dt>
        <dd>
          {redLines.length === 0 && <span class="soft">nobody who must sign or ratify has one here</span>}
          <ul>
            {redLines.map((line) => (
              <li key={line.judgement.pointer} class="told">
                {toldOf(line)}: {scaleWords(issue, modeOf(line.judgement.value))}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </li>
  );
}

/** What a range reaches to, in words. */
function Ends({ issue, value }: { issue: Issue; value: Judged }) {
  const { low, high } = boundsOf(value);
  if (low === high) return null;
  return (
    <p class="small soft told">
      At the lowest: {scaleWords(issue, low)}. At the highest: {scaleWords(issue, high)}.
    </p>
  );
}
