import type { SectionProps } from "../sections";
import { useSituation } from "../useSituation";
import { boundsOf, modeOf } from "../../../judgements";
import type { Judged } from "../../../api/situation";
import { decimal } from "../../../words";
import { issuesOf, type IssueInDeal } from "./issues";

/** What the printed brief is about, in two tables side by side. */
export function TermsOnPaper({ scenario, inputs }: SectionProps) {
  const situation = useSituation(scenario).body?.document;
  if (!situation) return null;
  const issues = issuesOf(situation, inputs);
  const half = Math.ceil(issues.length / 2);
  return (
    <div class="deal-on-paper print-only">
      <h2>What the deal says</h2>
      <p class="small soft">On scales from 0 to 100, whose words stand in the evaluation; of a range the likeliest value, its ends in brackets.</p>
      <div>
        <Half issues={issues.slice(0, half)} />
        {issues.length > half && <Half issues={issues.slice(half)} />}
      </div>
    </div>
  );
}

function Half({ issues }: { issues: readonly IssueInDeal[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Issue</th>
          <th scope="col">The deal</th>
          <th scope="col">Today</th>
        </tr>
      </thead>
      <tbody>
        {issues.map(({ id, issue, saying, value, today }) => (
          <tr key={id} data-issue={id}>
            <th scope="row" class="told">
              {issue.name}
            </th>
            <td>{saying === "does not mention" ? "not mentioned" : `${saying === "leaves open" ? "open: " : ""}${shortly(value)}`}</td>
            <td>{shortly(today)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function shortly(value: Judged): string {
  const { low, high } = boundsOf(value);
  return low === high ? decimal(low) : `${decimal(modeOf(value))} (${decimal(low)}–${decimal(high)})`;
}
