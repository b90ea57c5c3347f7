import * as Plot from "@observablehq/plot";
import type { Clash, Condition, Gap } from "../../../api/bargaining";
import { fitting } from "../../../charts/labels";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import type { Evidence } from "../../../components/Origin";
import { Term } from "../../../components/Term";
import { modeOf, termOf } from "../../../judgements";
import { apart, place } from "../../../scale";
import { unbroken } from "../../../words";
import { named, nameMark, nameRoom } from "../naming";
import type { SectionProps } from "../sections";
import { useSituation } from "../useSituation";

interface Row extends Gap {
  issue: string;
  /** Where the deal stands, at the likeliest; not known before the situation is. */
  deal: number | undefined;
}

const told = ({ from, to }: Gap) => apart(from, to);
// Where a term stands still, its red line has no bound to be told.
const bound = (row: Row) => ({ name, atLeast, atMost }: Condition) =>
  atLeast !== undefined ? `${name} at least ${told(row)(atLeast)}` : atMost !== undefined ? `${name} at most ${told(row)(atMost)}` : name;
const bounds = (row: Row) => row.redLines.map(bound(row)).join("; ");
const upper = (row: Row) => row.redLines.filter(({ atMost }) => atMost !== undefined).map(bound(row)).join("; ");
const lower = (row: Row) => row.redLines.filter(({ atLeast }) => atLeast !== undefined).map(bound(row)).join("; ");
const offered = "what may be offered";

const columns: readonly Column<Row>[] = [
  { head: "Term", value: (row) => row.name },
  { head: "From", value: (row) => row.from, shown: (row) => told(row)(row.from) },
  { head: "To", value: (row) => row.to, shown: (row) => told(row)(row.to) },
  { head: "Points apart", value: (row) => row.points, shown: (row) => row.points.toFixed(1) },
  { head: "The deal", value: (row) => row.deal ?? "", shown: (row) => (row.deal === undefined ? "" : place(row.deal)) },
  { head: "Red lines", value: bounds },
];

interface GapsProps extends Pick<SectionProps, "scenario" | "inputs"> {
  clash: Clash;
  evidence: Evidence;
}

/** The red lines that do not meet: what lies between them satisfies neither. */
export function GapsFigure({ clash, scenario, inputs, evidence }: GapsProps) {
  const situation = useSituation(scenario).body?.document;
  const rows = Object.entries(clash.gaps).map(([issue, gap]): Row => ({ ...gap, issue, deal: situation && modeOf(termOf(situation, inputs, issue).value) }));
  return (
    <Figure
      title="Where red lines clash"
      caption={
        <>
          On each scale of 0 to 100, the stretch between <Term of="red line">red lines</Term> that do not meet, or between one and what may be offered, with whose they are at its ends: no term keeps to both. Each red line is taken where it is kept as often as consent is asked for.
        </>
      }
      name={`clash-${scenario.id}`}
      columns={columns}
      rows={rows}
      evidence={evidence}
    >
      <ul class="key">
        <li>
          <svg viewBox="0 0 30 14" aria-hidden="true">
            <path d="M1 7h28" stroke="var(--worse-soft)" stroke-width="12" />
          </svg>
          between what cannot be had together
        </li>
        <li>
          <svg viewBox="0 0 30 14" aria-hidden="true">
            <path d="M15 1l6 6-6 6-6-6z" fill="var(--raised)" stroke="var(--ink)" stroke-width="2" />
          </svg>
          the deal as it is
        </li>
      </ul>
      <PlotChart label={`Gaps between red lines on ${rows.length} terms; the same numbers stand in the table below`} of={[clash, situation]} height={(width) => rows.length * roomOf(width).row + 30} draw={(width) => options(rows, width)} />
      <ul class="move-words">
        {rows.map((row) => (
          <li key={row.issue} class="told">
            {unbroken(row.text)} <span class="soft">{bounds(row)}.</span>
          </li>
        ))}
      </ul>
    </Figure>
  );
}

// Above the bar stands whose red line its left end is, below it whose its right end is; all below the name on a phone.
const roomOf = (width: number) => (named(width).isNarrow ? { row: 88, dy: 26 } : { row: 56, dy: 0 });
const size = 11;
const [from, to] = [-4, 104];

function options(rows: readonly Row[], width: number): Plot.PlotOptions {
  const { dy } = roomOf(width);
  const sides = nameRoom(width, 34);
  const across = width - sides.marginLeft - sides.marginRight;
  const pixel = (to - from) / across;
  const within = (at: number, words: string) => Math.min(Math.max(at, from + (words.length * size * 0.27 + 2) * pixel), to - (words.length * size * 0.27 + 2) * pixel);
  const label = (whose: (row: Row) => string, at: (row: Row) => number, aside: number) => {
    const words = (row: Row) => fitting(whose(row), across / (size * 0.54), 1);
    return Plot.text(rows, { y: "issue", x: (row: Row) => within(at(row), words(row)), text: words, dy: dy + aside, fontSize: size, fill: "var(--ink)" });
  };
  return {
    marginTop: 24,
    marginBottom: 6,
    ...sides,
    x: { domain: [from, to], label: null },
    y: { domain: rows.map((row) => row.issue), axis: null, padding: 0.3 },
    marks: [
      Plot.axisX([0, 25, 50, 75, 100], { anchor: "top", tickSize: 0, fill: "var(--ink-soft)", label: null }),
      Plot.ruleX([0, 25, 50, 75, 100], { stroke: "var(--line)" }),
      Plot.link(rows.filter((row) => row.points > 0), { x1: "from", x2: "to", y1: "issue", y2: "issue", stroke: "var(--worse-soft)", strokeWidth: 12, dy }),
      Plot.dot(rows.filter((row) => row.deal !== undefined), { x: "deal", y: "issue", symbol: "diamond", r: 5, fill: "var(--raised)", stroke: "var(--ink)", strokeWidth: 2, dy }),
      label((row) => (upper(row) ? `◂ ${upper(row)}` : lower(row) && `◂ ${offered}`), (row) => row.from, -15),
      label((row) => (lower(row) ? `${lower(row)} ▸` : upper(row) && `${offered} ▸`), (row) => row.to, 15),
      nameMark(rows, "issue", (row) => row.name, width),
    ],
  };
}
