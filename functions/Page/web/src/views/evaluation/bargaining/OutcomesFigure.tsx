import * as Plot from "@observablehq/plot";
import * as addresses from "../../../api/addresses";
import type { Bargaining, Method, MethodIssue, MethodOutcome } from "../../../api/bargaining";
import type { SituationDocument } from "../../../api/situation";
import type { Inputs } from "../../../api/types";
import { fitting } from "../../../charts/labels";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import { Term } from "../../../components/Term";
import { judgementAt, known, modeOf, termOf } from "../../../judgements";
import { place, scaleWords } from "../../../scale";
import { share, shareOrNone, whole } from "../../../words";
import type { SectionProps } from "../sections";
import { methodIds, methods } from "./methods";

interface Row extends MethodIssue {
  issue: string;
  method: Method;
}

interface OutcomesProps extends SectionProps {
  bargaining: Bargaining;
  situation: SituationDocument;
}

/** Where each method ends on each issue, on its worded scale. */
export function OutcomesFigure({ bargaining, situation, scenario, inputs }: OutcomesProps) {
  const rows = rowsOf(bargaining);
  const told = methodIds.filter((method) => rows.some((row) => row.method === method && hasAnswer(row)));
  return (
    <Figure
      title="Where each method ends, issue by issue"
      caption={
        <>
          Each scale runs from 0 to 100 between the worded ends below it; thin lines are its other worded points. A bar holds <Term of="interval">eight of ten draws</Term>, a dot is the answer with
          every judgement at its likeliest: one case among the draws, and so it may lie outside the bar. The dashed line is the deal.
        </>
      }
      name={`bargaining-${scenario.id}`}
      columns={columnsFor(situation)}
      rows={rows}
      evidence={{
        scenario,
        inputs,
        address: addresses.part(scenario.id, "bargaining"),
        citations: [],
        judgements: (read) => known(Object.entries(bargaining.actors).map(([id, { name }]) => judgementAt(read, inputs, `/stakeholders/${id}/influence`, `Influence of ${name}`))),
      }}
    >
      <Answers bargaining={bargaining} />
      <PlotChart
        label={`Outcomes of ${told.length} methods on ${Object.keys(bargaining.spreads).length} issues; the same numbers stand in the table below`}
        of={[bargaining]}
        height={(width) => heightOf(Object.keys(bargaining.spreads).length, told.length, width)}
        draw={(width) => options(rows.filter((row) => told.includes(row.method)), told, bargaining, situation, inputs, width)}
      />
    </Figure>
  );
}

function rowsOf({ spreads, outcomes }: Bargaining): Row[] {
  return Object.keys(spreads).flatMap((issue) => methodIds.flatMap((method) => (outcomes[method].issues[issue] ? [{ ...outcomes[method].issues[issue]!, issue, method }] : [])));
}

/** A method without any, on any issue, has no row: that it has no answer is said above. */
const hasAnswer = ({ atModes, low80 }: Row) => atModes !== undefined || low80 !== undefined;

function columnsFor(situation: SituationDocument): readonly Column<Row>[] {
  const number = (head: string, of: (row: Row) => number | undefined): Column<Row> => ({ head, value: (row) => of(row) ?? "", shown: (row) => (of(row) === undefined ? "–" : place(of(row)!)) });
  return [
    { head: "Issue, method", value: (row) => `${row.name}, ${methods[row.method].name}` },
    number("At the likeliest", (row) => row.atModes),
    { head: "In words", value: (row) => (row.atModes === undefined ? "no answer" : scaleWords(situation.issues[row.issue]!, row.atModes)) },
    number("Mean", (row) => row.mean?.value),
    number("Low (10 %)", (row) => row.low80?.value),
    number("High (90 %)", (row) => row.high80?.value),
  ];
}

/** Which methods have an answer, and why one has none. */
function Answers({ bargaining: { outcomes } }: { bargaining: Bargaining }) {
  return (
    <ul class="method-answers small">
      {methodIds.map((method) => (
        <li key={method}>
          <Term of={methods[method].term}>{methods[method].name}</Term>: an answer in {share(outcomes[method].found.value)} of the draws that bargaining is tried on
          {outcomes[method].atModes !== "found" && (
            <>
              , none at the likeliest judgements{outcomes[method].reason ? <span class="told">: {outcomes[method].reason}</span> : "."}
            </>
          )}
          <Signing outcome={outcomes[method]} />
        </li>
      ))}
    </ul>
  );
}

/** Who would sign what a method ends with, as terms of a deal that leaves all else as it is. */
function Signing({ outcome: { acceptance } }: { outcome: MethodOutcome }) {
  const signers = Object.values(acceptance?.stakeholders ?? {});
  if (!acceptance || signers.length === 0) return null;
  const each = signers.map(({ name, probability }) => `${name} ${shareOrNone(probability.value)}`).join(", ");
  return <span class="told">. If that were the deal, who would sign, in how many of {whole(acceptance.draws)} draws of the scenario: {signers.length > 1 ? `all together ${shareOrNone(acceptance.joint.value)}; ${each}.` : `${each}.`}</span>;
}

// Of an issue: its name above, a row for each method, the words of the scale's ends below; in pixels.
const lineOf = 18;


function layout(methods: number, width: number) {
  const rowsTall = methods * lineOf;
  const isNarrow = width < 620;
  const left = isNarrow ? 84 : 110;
  const right = 26;
  const [nameLines, endLines] = isNarrow ? [2, 5] : [1, 2];
  const [above, below] = [nameLines * 15 + 6, endLines * 12 + 6];
  return { left, right, nameLines, endLines, above, below, rowsTall, half: (width - left - right) / 2 - 6, tall: above + rowsTall + below + 14 };
}

const heightOf = (issues: number, methods: number, width: number) => issues * layout(methods, width).tall;

function options(rows: readonly Row[], told: readonly Method[], { spreads }: Bargaining, situation: SituationDocument, inputs: Inputs, width: number): Plot.PlotOptions {
  const { left, right, nameLines, endLines, above, half, rowsTall, tall } = layout(told.length, width);
  const issues = Object.keys(spreads).map((issue) => {
    const scale = situation.issues[issue]!;
    return { issue, name: scale.name, from: scale.anchors[0]!.text, to: scale.anchors.at(-1)!.text, deal: modeOf(termOf(situation, inputs, issue).value) };
  });
  const ticks = issues.flatMap(({ issue }) => situation.issues[issue]!.anchors.map(({ at }) => ({ issue, at })));
  const found = rows.filter((row) => row.atModes !== undefined);
  const unanswered = rows.filter((row) => !hasAnswer(row));
  const banded = rows.filter((row) => row.low80 && row.high80);
  const label = { fy: "issue", fontSize: 11, fill: "var(--ink)", stroke: "var(--raised)", strokeWidth: 3, textAnchor: "start" as const };
  const end = { fy: "issue", fontSize: 11, fill: "var(--ink-soft)", lineAnchor: "top" as const, dy: 6, lineWidth: half / 11 };
  return {
    marginTop: above,
    marginBottom: tall - above - rowsTall,
    marginLeft: left,
    marginRight: right,
    fy: { domain: issues.map((each) => each.issue), axis: null, paddingInner: 1 - rowsTall / tall, paddingOuter: 0 },
    x: { domain: [0, 100], axis: null },
    y: { type: "point", domain: told, padding: 0.5, label: null, tickSize: 0, tickFormat: (method: Method) => methods[method].name },
    marks: [
      Plot.frame({ anchor: "bottom", stroke: "var(--line-strong)" }),
      Plot.tickX(ticks, { fy: "issue", x: "at", stroke: "var(--line)" }),
      Plot.ruleX(issues, { fy: "issue", x: "deal", stroke: "var(--ink)", strokeDasharray: "4 3" }),
      Plot.link(banded, { fy: "issue", x1: (row: Row) => row.low80!.value, x2: (row: Row) => row.high80!.value, y1: "method", y2: "method", stroke: "var(--open-soft)", strokeWidth: 6 }),
      Plot.dot(found, { fy: "issue", x: "atModes", y: "method", r: 4, fill: "var(--accent)" }),
      Plot.text(found, { ...label, x: "atModes", y: "method", text: (row: Row) => place(row.atModes!), dx: 8 }),
      Plot.text(unanswered, { ...label, x: () => 0, y: "method", text: () => "no answer", dx: 6, fontStyle: "italic", fill: "var(--ink-soft)" }),
      Plot.text(issues, { fy: "issue", text: (each) => fitting(each.name, width / 7.2, nameLines), lineWidth: width / 13.5, frameAnchor: "top-left", lineAnchor: "bottom", dx: -left, dy: -6, textAnchor: "start", fontSize: 13, fontWeight: 600, fill: "var(--ink)" }),
      Plot.text(issues, { ...end, text: (each) => fitting(`0: ${each.from}`, half / 5.6, endLines), frameAnchor: "bottom-left", textAnchor: "start" }),
      Plot.text(issues, { ...end, text: (each) => fitting(`100: ${each.to}`, half / 5.6, endLines), frameAnchor: "bottom-right", textAnchor: "end" }),
    ],
  };
}
