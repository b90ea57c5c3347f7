import { scalesCite } from "../../behind";
import { LaneChart, type LaneRow } from "../../charts/LaneChart";
import type { Column } from "../../components/DataTable";
import { Figure } from "../../components/Figure";
import { Empty } from "../../components/States";
import { boundsOf, modeOf } from "../../judgements";
import { place, scaleWords } from "../../scale";
import { listed } from "../../words";
import { letterOf, signsOf } from "./selection";
import type { Compared } from "./compared";
import { evidenceOf } from "./evidence";
import { LettersKey } from "./Letter";
import { OtherInputs } from "./OtherInputs";
import { termsOf, type ComparedIssue, type ComparedTerm } from "./terms";

interface Row {
  issue: string;
  scenario: string;
  says: string;
  low: number;
  mode: number;
  high: number;
  words: string;
}

const columns: readonly Column<Row>[] = [
  { head: "Issue", value: (row) => row.issue },
  { head: "Scenario", value: (row) => row.scenario },
  { head: "It", value: (row) => row.says },
  { head: "Not below", value: (row) => row.low },
  { head: "Likeliest", value: (row) => row.mode },
  { head: "Not above", value: (row) => row.high },
  { head: "In words", value: (row) => row.words },
];

/** The terms that differ, each on the scale of its issue. */
export function TermsFigure(compared: Compared) {
  const { differing, same } = termsOf(compared);
  const { situation, scenarios } = compared;
  if (differing.length === 0) return <SameTerms {...compared} />;
  const rows = differing.flatMap((issue) =>
    issue.terms.map(({ value, saying }, at) => ({
      issue: issue.name,
      scenario: letterOf(at),
      says: saying,
      ...boundsOf(value),
      mode: modeOf(value),
      words: scaleWords(situation.issues[issue.id]!, modeOf(value)),
    })),
  );
  return (
    <Figure
      title="What they say differently"
      caption={
        <>
          Each issue on its own scale from 0 to 100, with the words at its ends; the bar is the range that a term leaves.{" "}
          {same.length > 0 && <span class="told">The same in all: {listed(same)}.</span>}
        </>
      }
      name={`compare-terms-${compared.ids[0]}`}
      columns={columns}
      rows={rows}
      evidence={evidenceOf(compared, { citations: scalesCite(situation, differing.map(({ id }) => id)) })}
    >
      <LettersKey titles={scenarios.map(({ scenario }) => scenario.title)} hollow="hollow: not mentioned, or left open by the text" />
      <LaneChart
        signs={signsOf(scenarios.length)}
        rows={differing.map((issue) => rowOf(issue, compared))}
        domain={[0, 100]}
        ticks={5}
        tick={(value) => `${value}`}
        label={`Terms of ${scenarios.length} scenarios on ${differing.length} issues, from 0 to 100; the same numbers stand in the table below`}
      />
      <OtherInputs {...compared} />
    </Figure>
  );
}

function rowOf(issue: ComparedIssue, { situation }: Compared): LaneRow {
  const { anchors } = situation.issues[issue.id]!;
  return { id: issue.id, name: issue.name, ends: [anchors[0]!.text, anchors.at(-1)!.text], lanes: issue.terms.map(laneOf) };
}

function laneOf({ value, saying }: ComparedTerm) {
  const { low, high } = boundsOf(value);
  const words = low === high ? place(low) : `${place(low)} to ${place(high)}`;
  return { at: modeOf(value), low, high, isHollow: saying !== "says", words };
}

function SameTerms(compared: Compared) {
  return (
    <Empty>
      <strong>They say the same on every issue</strong>
      <OtherInputs {...compared} />
    </Empty>
  );
}
