import * as Plot from "@observablehq/plot";
import type { Clash, Condition, Gap } from "../../../api/bargaining";
import { fitting } from "../../../charts/labels";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import type { Evidence } from "../../../components/Origin";
import { Term } from "../../../components/Term";
import { modeOf, termOf } from "../../../judgements";
import { place } from "../../../scale";
import { unbroken } from "../../../words";
import { named, nameMark, nameRoom } from "../naming";
import type { SectionProps } from "../sections";
import { useSituation } from "../useSituation";

interface Row extends Gap {
  issue: string;
  /** Where the deal stands, at the likeliest; not known before the situation is. */
  deal: number | undefined;
}

const bound = ({ name, atLeast, atMost }: Condition) => (atLeast !== undefined ? `${name} at least ${place(atLeast)}` : `${name} at most ${place(atMost ?? 0)}`);
const bounds = (row: Row) => row.redLines.map(bound).join("; ");
const upper = (row: Row) => row.redLines.filter(({ atMost }) => atMost !== undefined).map(bound).join("; ");
const lower = (row: Row) => row.redLines.filter(({ atLeast }) => atLeast !== undefined).map(bound).join("; ");

const columns: readonly Column<Row>[] = [
  { head: "Term", value: (row) => row.name },
  { head: "From", value: (row) => row.from, shown: (row) => place(row.from) },
  { head: "To", value: (row) => row.to, shown: (row) => place(row.to) },
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
          On each scale of 0 to 100, the stretch that lies beyond the <Term of="red line">red lines</Term> of both sides, with whose they are at its ends; to its left and to its right one of them is broken, so that no term keeps
          both. Each red line is taken where it is kept as often as consent is asked for.
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
          beyond the red lines of both
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
      Plot.link(rows, { x1: "from", x2: "to", y1: "issue", y2: "issue", stroke: "var(--worse-soft)", strokeWidth: 12, dy }),
      Plot.dot(rows.filter((row) => row.deal !== undefined), { x: "deal", y: "issue", symbol: "diamond", r: 5, fill: "var(--raised)", stroke: "var(--ink)", strokeWidth: 2, dy }),
      label((row) => (upper(row) ? `◂ ${upper(row)}` : ""), (row) => row.from, -15),
      label((row) => (lower(row) ? `${lower(row)} ▸` : ""), (row) => row.to, 15),
      nameMark(rows, "issue", (row) => row.name, width),
    ],
  };
}
