import { useMemo } from "preact/hooks";
import type { Variant, VariantsPage } from "../../api/sweep";
import type { Column } from "../../components/DataTable";
import { Figure } from "../../components/Figure";
import { Select } from "../../components/Select";
import { Term } from "../../components/Term";
import { decimal, whole } from "../../words";
import { brushOf, isBrushed, isWithin, setBrush } from "./brush";
import { BrushFields } from "./BrushFields";
import { ChosenVariants } from "./ChosenVariants";
import { measuresOf, type Measure } from "./measures";
import { evidenceOf } from "./evidence";
import { issuesOf, type Swept } from "./Results";
import { ScatterChart, ScatterKey } from "./ScatterChart";
import { TermsOfVariants } from "./TermsOfVariants";

/** Shown at a time, evenly chosen where there are more. */
const mostDots = 3000;
/** In the table below a figure; its file has all of them. */
export const mostRows = 300;

export interface Exploring extends Swept {
  page: VariantsPage;
  /** Variants that are there, of which not all may have been read. */
  done: number;
}

/** Variants by two measures at a time, of which some can be chosen; their terms follow. */
export function Explorer(exploring: Exploring) {
  const { page, route, summary } = exploring;
  const measures = useMemo(() => measuresOf(exploring, page), [page]);
  const { x, y } = axesOf(measures, page.variants, route.query.get("x"), route.query.get("y"));
  const brush = brushOf(route);
  const key = JSON.stringify(brush);
  const chosen = useMemo(
    () => page.variants.filter((variant) => isWithin(x.value(variant), brush.x) && isWithin(y.value(variant), brush.y)).sort((a, b) => (x.isLessBetter ? 1 : -1) * (x.value(a) - x.value(b))),
    [page, x.id, y.id, key],
  );
  const front = useMemo(() => new Set(summary.front?.listed.map((each) => each.variant)), [summary]);
  return (
    <>
      <Scatter {...exploring} {...{ measures, x, y, chosen, front }} />
      <TermsOfVariants {...exploring} chosen={chosen} />
      <ChosenVariants {...exploring} {...{ measures, chosen, front, x, y }} isBrushed={isBrushed(brush)} />
    </>
  );
}

export interface Explored extends Exploring {
  measures: readonly Measure[];
  x: Measure;
  y: Measure;
  chosen: readonly Variant[];
  front: ReadonlySet<number>;
}

function Scatter(all: Explored) {
  const { page, route, measures, x, y, chosen, front, summary, sweep, done } = all;
  const dots = useMemo(() => evenly(page.variants, mostDots, front), [page, front]);
  const options = measures.map(({ id, name }) => [id, name] as const);
  const choose = (axis: "x" | "y") => (id: string) => setBrush(route, { x: {}, y: {} }, { [axis]: id });
  return (
    <Figure
      title="What can be had together"
      caption={
        <>
          Each dot is a <Term of="variant" />, a diamond one on the <Term of="front" />: {frontWords(all)} Drag over the picture, or set the limits below it, to
          choose some of them. {howMany(page.variants.length, dots.length, done)}
        </>
      }
      name={`sweep-${sweep.id}`}
      columns={columnsOf(all)}
      rows={chosen}
      most={mostRows}
      evidence={evidenceOf(all)}
      tools={
        <div class="axes screen-only">
          <Select label="Across" options={options} value={x.id} choose={choose("x")} />
          <Select label="Up" options={options} value={y.id} choose={choose("y")} />
        </div>
      }
    >
      <ScatterKey hasFront={summary.front !== undefined} />
      <ScatterChart {...{ dots, x, y, front, route }} />
      <BrushFields {...{ x, y, route }} count={chosen.length} of={page.variants.length} />
    </Figure>
  );
}

export function columnsOf(all: Explored): Column<Variant>[] {
  return [
    { head: "Variant", value: (row) => `${row.number}` },
    { head: "On the front", value: (row) => (all.front.has(row.number) ? "yes" : "") },
    ...issuesOf(all).map(({ name }, place) => ({ head: name, value: (row: Variant) => row.terms[place]!, shown: (row: Variant) => decimal(row.terms[place]!) })),
    ...all.measures.map((measure) => ({ head: measure.name, value: measure.value, shown: (row: Variant) => measure.told(measure.value(row)) })),
  ];
}

// Without a choice the first two by which variants differ at all.
function axesOf(measures: readonly Measure[], variants: readonly Variant[], x: string | null, y: string | null) {
  const find = (id: string | null) => measures.find((measure) => measure.id === id);
  const differs = (measure: Measure) => variants.some((variant) => measure.value(variant) !== measure.value(variants[0]!));
  const telling = measures.filter(differs);
  const across = find(x) ?? telling[0] ?? measures[0]!;
  return { x: across, y: find(y) ?? telling.find((measure) => measure !== across) ?? measures.find((measure) => measure !== across) ?? across };
}

// The front is drawn in full: it is what one looks for.
function evenly(variants: readonly Variant[], most: number, front: ReadonlySet<number>): readonly Variant[] {
  const step = Math.ceil(variants.length / most);
  return step <= 1 ? variants : variants.filter((variant, place) => place % step === 0 || front.has(variant.number));
}

function frontWords({ summary, sweep }: Explored): string {
  if (!summary.front) return sweep.status === "Succeeded" ? "" : "the front is known when all variants are there.";
  const { count, listed } = summary.front;
  return `${whole(count)} of ${whole(summary.variants)}${listed.length < count ? `, of which ${whole(listed.length)} are marked,` : ""} are not beaten by any other, by all outputs of the sweep together.`;
}

function howMany(read: number, shown: number, done: number): string {
  if (read < done) return `Of ${whole(done)} variants ${whole(read)}, evenly spaced by number, are read here, and ${whole(shown)} of them drawn.`;
  return shown < read ? `${whole(shown)} of ${whole(read)} are drawn, evenly chosen.` : "";
}

