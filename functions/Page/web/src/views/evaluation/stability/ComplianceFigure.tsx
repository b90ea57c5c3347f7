import * as Plot from "@observablehq/plot";
import type { Restraint, Stability } from "../../../api/bargaining";
import type { Scenario } from "../../../api/types";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import type { Evidence } from "../../../components/Origin";
import { Term } from "../../../components/Term";
import type { Entry } from "../../../glossary";
import { shareOrNone, shortShare } from "../../../words";
import { Told } from "../Verdict";
import { named, nameMark, nameRoom } from "../naming";

interface Row {
  id: string;
  name: string;
  shares: Record<Restraint, number>;
}

const restraints: Record<Restraint, { words: string; term: Entry; fill: string; opacity: number; sign: string }> = {
  nothingToGain: { words: "nothing to gain", term: "nothing to gain", fill: "var(--better)", opacity: 0.55, sign: "1" },
  credibleSanction: { words: "a credible answer", term: "credible answer", fill: "var(--better)", opacity: 0.25, sign: "2" },
  inescapableSanction: { words: "an answer without escape", term: "inescapable answer", fill: "var(--open)", opacity: 0.3, sign: "3" },
  escapableSanction: { words: "an answer with an escape", term: "escapable answer", fill: "var(--open)", opacity: 0.15, sign: "4" },
  none: { words: "nothing", term: "no restraint", fill: "var(--worse)", opacity: 0.45, sign: "5" },
};

const kinds = Object.keys(restraints) as Restraint[];

const columns: readonly Column<Row>[] = [
  { head: "Stakeholder", value: (row) => row.name },
  ...kinds.map((kind): Column<Row> => ({ head: `Held by ${restraints[kind].words}`, value: (row) => row.shares[kind], shown: (row) => shareOrNone(row.shares[kind]) })),
];

/** What keeps each of those to the deal who have a move of their own while the others keep to it. */
export function ComplianceFigure({ stability, scenario, name, evidence }: { stability: Stability; scenario: Scenario; name: string; evidence: Evidence }) {
  const rows = Object.entries(stability.compliance)
    .filter(([, { canMove }]) => canMove !== false)
    .map(([id, each]): Row => ({ id, name: each.name, shares: Object.fromEntries(kinds.map((kind) => [kind, each.restraints[kind].value])) as Record<Restraint, number> }));
  return (
    <Figure title="What keeps each to the deal" caption="What holds each, and in what share of the draws: from the firmest hold (1) on the left to none (5) on the right." name={name} columns={columns} rows={rows} evidence={evidence} isInWords={rows.length === 0}>
      <ul class="key">
        {kinds.map((kind) => (
          <li key={kind}>
            <svg viewBox="0 0 30 14" aria-hidden="true">
              <path d="M1 1h28v12H1z" fill={restraints[kind].fill} fill-opacity={restraints[kind].opacity} stroke="var(--line-strong)" />
            </svg>
            <strong>({restraints[kind].sign})</strong> <Term of={restraints[kind].term}>{restraints[kind].words}</Term>
          </li>
        ))}
      </ul>
      {rows.length > 0 && (
        <PlotChart label={`What restrains ${rows.length} stakeholders; the same numbers stand in the table below`} of={[stability]} height={(width) => rows.length * (named(width).row + 4) + 10} draw={(width) => options(rows, width)} />
      )}
      <ul class="move-words">
        {Object.entries(stability.compliance).map(([id, { text }]) => (
          <li key={id}>
            <Told scenario={scenario} on="stability" text={text} />
          </li>
        ))}
      </ul>
    </Figure>
  );
}

interface Part {
  kind: Restraint;
  from: number;
  to: number;
}

/** What fits a part of the bar: what holds and how often, or the number that the key gives it and how often, or nothing. */
function labelOf({ kind, from, to }: Part, bar: number): string {
  const often = shortShare(to - from);
  const room = (to - from) * bar - 8;
  return [`${restraints[kind].words}, ${often}`, `(${restraints[kind].sign}) ${often}`].find((each) => each.length * 5.8 <= room) ?? "";
}

function options(rows: readonly Row[], width: number): Plot.PlotOptions {
  const { dy, isNarrow } = named(width);
  const sides = nameRoom(width);
  const bar = width - sides.marginLeft - sides.marginRight;
  const parts = rows.flatMap((row) => {
    let from = 0;
    return kinds.map((kind) => ({ id: row.id, kind, from, to: (from += row.shares[kind]) }));
  });
  const shown = parts.filter((part) => part.to > part.from);
  return {
    marginTop: 4,
    marginBottom: 4,
    ...sides,
    x: { domain: [0, 1], axis: null },
    y: { domain: rows.map((row) => row.id), axis: null, padding: 0.25 },
    marks: [
      ...kinds.map((kind) =>
        Plot.barX(shown.filter((part) => part.kind === kind), { x1: "from", x2: "to", y: "id", fill: restraints[kind].fill, fillOpacity: restraints[kind].opacity, stroke: "var(--line-strong)", insetTop: isNarrow ? 34 : 0, rx: 2 }),
      ),
      Plot.text(shown, { x: (part) => (part.from + part.to) / 2, y: "id", dy, text: (part: Part) => labelOf(part, bar), fontSize: 11, fill: "var(--ink)" }),
      nameMark(rows, "id", (row) => row.name, width),
    ],
  };
}
