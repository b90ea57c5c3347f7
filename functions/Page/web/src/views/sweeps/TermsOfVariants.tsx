import * as Plot from "@observablehq/plot";
import { useMemo } from "preact/hooks";
import type { Variant } from "../../api/sweep";
import { PlotChart } from "../../charts/PlotChart";
import { broken } from "../../charts/labels";
import type { Column } from "../../components/DataTable";
import { Figure } from "../../components/Figure";
import { decimal, whole } from "../../words";
import { mostRows, type Exploring } from "./Explorer";
import { evidenceOf } from "./evidence";
import { issuesOf } from "./Results";

interface Point {
  term: string;
  at: number;
  variant: number;
}

/** More lines than that are a carpet. */
const mostLines = 250;
const size = 12.5;
const endSize = 11;
/** Between the words of one scale and the name of the next, where the lines run. */
const between = 45;

/** The terms of the chosen variants, a line each through the scales of the issues; behind them the others. */
export function TermsOfVariants(exploring: Exploring & { variants: readonly Variant[]; chosen: readonly Variant[] }) {
  const { variants, chosen, sweep } = exploring;
  const issues = issuesOf(exploring);
  const isAll = chosen.length === variants.length;
  const lines = useMemo(() => evenly(chosen), [chosen]);
  const columns: readonly Column<Variant>[] = [
    { head: "Variant", value: (variant) => `${variant.number}` },
    ...issues.map(({ name }, place) => ({ head: name, value: (variant: Variant) => variant.terms[place]!, shown: (variant: Variant) => decimal(variant.terms[place]!) })),
  ];
  const ends = issues.map(({ id, issue }) => ({ id, low: issue?.anchors[0]?.text ?? "", high: issue?.anchors.at(-1)?.text ?? "" }));
  return (
    <Figure
      title={isAll ? "The terms that were varied" : "The terms of the chosen variants"}
      caption={`Each issue on its own scale from 0 to 100; a line is a variant. ${isAll ? "" : "Where the blue lines run together, the choice asks for something."} ${
        lines.length < chosen.length ? `${whole(lines.length)} of ${whole(chosen.length)} are drawn, evenly chosen.` : ""
      }`}
      name={`sweep-terms-${sweep.id}`}
      columns={columns}
      rows={chosen}
      most={mostRows}
      evidence={evidenceOf(exploring)}
    >
      <PlotChart
        label={`Values of ${issues.length} terms in ${lines.length} variants, from 0 to 100; the same numbers stand in the table below`}
        of={[lines, isAll]}
        height={(width) => issues.length * rowHeight(named(issues, ends, width)) + 40}
        draw={(width) => options(width, issues, ends, lines, isAll ? [] : evenly(variants))}
      />
    </Figure>
  );
}

type Issues = ReturnType<typeof issuesOf>;
type Ends = readonly { id: string; low: string; high: string }[];
type Named = ReturnType<typeof named>;

/** The words of each scale, in lines. */
const named = (issues: Issues, ends: Ends, width: number) => {
  const edge = (text: string) => broken(text, (width / 2 - 20) / (endSize * 0.54), 4);
  return issues.map(({ id, name }, place) => ({ id, name: broken(name, (width - 24) / (size * 0.57), 2), low: edge(ends[place]!.low), high: edge(ends[place]!.high) }));
};
const rowHeight = (all: Named) => between + 15 * Math.max(...all.map(({ name }) => name.length)) + 13.2 * Math.max(...all.flatMap(({ low, high }) => [low.length, high.length]));

function options(width: number, issues: Issues, ends: Ends, chosen: readonly Variant[], others: readonly Variant[]): Plot.PlotOptions {
  const all = named(issues, ends, width);
  const edge = { y: "id", dy: 8, lineAnchor: "top", lineHeight: 1.2, fontSize: endSize, fill: "var(--ink-soft)", stroke: "var(--raised)", strokeWidth: 3 } as const;
  const line = (variants: readonly Variant[], stroke: string, strokeOpacity: number) => [
    Plot.line(pointsOf(variants, issues), { x: "at", y: "term", z: "variant", stroke, strokeOpacity, strokeWidth: 1 }),
    Plot.dot(pointsOf(variants, issues), { x: "at", y: "term", r: 2.4, fill: stroke, fillOpacity: Math.min(1, strokeOpacity * 2) }),
  ];
  const opacity = Math.max(0.12, Math.min(0.8, 12 / Math.max(chosen.length, 1)));
  return {
    marginLeft: 12,
    marginRight: 12,
    marginTop: 24,
    marginBottom: 8,
    x: { domain: [0, 100], label: null },
    y: { type: "point", domain: issues.map(({ id }) => id), axis: null, padding: 0.5 },
    marks: [
      Plot.axisX({ anchor: "top", ticks: 5, tickSize: 0, fill: "var(--ink-soft)" }),
      Plot.ruleY(issues, { y: "id", stroke: "var(--line-strong)" }),
      ...line(others, "var(--open)", 0.12),
      ...line(chosen, "var(--accent)", opacity),
      Plot.text(all, { y: "id", text: (each: Named[number]) => each.name.join("\n"), frameAnchor: "left", textAnchor: "start", lineAnchor: "bottom", lineHeight: 1.2, dy: -8, fontSize: size, fontWeight: 600, fill: "var(--ink)", stroke: "var(--raised)", strokeWidth: 4 }),
      Plot.text(all, { ...edge, text: (each: Named[number]) => each.low.join("\n"), frameAnchor: "left", textAnchor: "start" }),
      Plot.text(all, { ...edge, text: (each: Named[number]) => each.high.join("\n"), frameAnchor: "right", textAnchor: "end" }),
    ],
  };
}

function pointsOf(variants: readonly Variant[], issues: Issues): Point[] {
  return variants.flatMap(({ number, terms }) => issues.map(({ id }, place) => ({ term: id, at: terms[place]!, variant: number })));
}

function evenly(variants: readonly Variant[]): readonly Variant[] {
  const step = Math.ceil(variants.length / mostLines);
  return step <= 1 ? variants : variants.filter((_, place) => place % step === 0);
}
