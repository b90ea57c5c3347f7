import * as addresses from "../../../api/addresses";
import type { SituationDocument } from "../../../api/situation";
import { scalesCite, termsBehind } from "../../../behind";
import { LaneChart, type LaneRow, type Sign } from "../../../charts/LaneChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import { Term } from "../../../components/Term";
import { boundsOf, modeOf } from "../../../judgements";
import { place, scaleWords } from "../../../scale";
import { decimal } from "../../../words";
import type { SectionProps } from "../sections";
import { IssueInWords } from "./IssueInWords";
import { inNumbers, issuesOf, toldOf, type IssueInDeal } from "./issues";

const signs: readonly Sign[] = [
  { letter: "D", colour: "var(--scenario-a)" },
  { letter: "T", colour: "var(--scenario-d)" },
];

const columns: readonly Column<IssueInDeal>[] = [
  { head: "Issue", value: (row) => row.issue.name },
  { head: "The deal", value: (row) => `${row.saying}${row.saying === "does not mention" ? " it" : ""}` },
  { head: "Not below", value: (row) => boundsOf(row.value).low, shown: (row) => decimal(boundsOf(row.value).low) },
  { head: "Likeliest", value: (row) => modeOf(row.value), shown: (row) => decimal(modeOf(row.value)) },
  { head: "Not above", value: (row) => boundsOf(row.value).high, shown: (row) => decimal(boundsOf(row.value).high) },
  { head: "In words", value: (row) => scaleWords(row.issue, modeOf(row.value)) },
  { head: "Today", value: (row) => inNumbers(row.today) },
  { head: "Red lines of those who must sign or ratify", value: (row) => row.redLines.map(toldOf).join("; ") || "none" },
];

/** Every issue on its scale: what the deal says, what holds today, whose red lines there are. */
export function DealFigure({ situation, scenario, inputs }: SectionProps & { situation: SituationDocument }) {
  const rows = issuesOf(situation, inputs);
  return (
    <Figure
      title="What the deal says, issue by issue"
      caption={
        <>
          Each issue on its own scale from 0 to 100, with the words at its ends; a bar is a range. Below, the same in words, with the <Term of="red line">red lines</Term> of those who must sign or ratify.
        </>
      }
      name={`terms-${scenario.id}`}
      columns={columns}
      rows={rows}
      evidence={{
        scenario,
        inputs,
        address: addresses.inputs(scenario.id),
        citations: scalesCite(situation, rows.map(({ id }) => id)),
        judgements: () => [...termsBehind(situation, inputs), ...rows.flatMap(({ redLines }) => redLines.map(({ judgement }) => judgement))],
      }}
    >
      <Key />
      <LaneChart
        signs={signs}
        rows={rows.map(laneRowOf)}
        domain={[0, 100]}
        ticks={5}
        tick={(value) => `${value}`}
        label={`What the deal says on ${rows.length} issues and what holds today, from 0 to 100; the same numbers stand in the table below`}
      />
      <ol class="deal">
        {rows.map((row) => (
          <IssueInWords key={row.id} of={row} />
        ))}
      </ol>
    </Figure>
  );
}

function Key() {
  const words = ["the deal", "today"];
  return (
    <ul class="key">
      {signs.map(({ letter, colour }, at) => (
        <li key={letter}>
          <span class="letter" style={{ background: colour }}>
            {letter}
          </span>{" "}
          {words[at]}
        </li>
      ))}
      <li>
        <span class="letter letter-hollow">D</span> hollow: not mentioned, or left open by the text
      </li>
    </ul>
  );
}

function laneRowOf({ id, issue: { name, anchors }, saying, value, today }: IssueInDeal): LaneRow {
  const lane = (of: IssueInDeal["value"], isHollow: boolean) => {
    const { low, high } = boundsOf(of);
    return { at: modeOf(of), low, high, isHollow, words: low === high ? place(low) : `${place(low)} to ${place(high)}` };
  };
  return { id, name, ends: [anchors[0]!.text, anchors.at(-1)!.text], lanes: [lane(value, saying !== "says"), lane(today, false)] };
}
