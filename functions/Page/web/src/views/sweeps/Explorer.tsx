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
import { evidenceOf } from "./evidence";
import { frontOf, withFront } from "./front";
import { isKnown, measuresOf, type Measure } from "./measures";
import { issuesOf, type Swept } from "./Results";
import { ScatterChart, ScatterKey } from "./ScatterChart";
import { TermsOfVariants } from "./TermsOfVariants";
import { mostRead } from "./useVariants";

/** Shown at a time, evenly chosen where there are more. */
const mostDots = 3000;
/** In the table below a figure; its file has all of them. */
export const mostRows = 300;

export interface Exploring extends Swept {
  page: VariantsPage;
  /** Variants that are there, of which not all may have been read. */
  done: number;
  /** Every page that was asked for has come. */
  isThrough: boolean;
}

/** Variants by two measures at a time, of which some can be chosen; their terms follow. */
export function Explorer(exploring: Exploring) {
  const { page, route, summary } = exploring;
  const measures = useMemo(() => measuresOf(exploring, page), [page]);
  const all = useMemo(() => withFront(page.variants, summary), [page, summary]);
  const { x, y } = axesOf(measures, page.variants, route.query.get("x"), route.query.get("y"));
  const brush = brushOf(route);
  const key = JSON.stringify(brush);
  const variants = useMemo(() => all.filter((variant) => isKnown(x, variant) && isKnown(y, variant)), [all, x.id, y.id]);
  const chosen = useMemo(
    () => variants.filter((variant) => isWithin(x.value(variant), brush.x) && isWithin(y.value(variant), brush.y)).sort((a, b) => (x.isLessBetter ? 1 : -1) * (x.value(a) - x.value(b))),
    [variants, key],
  );
  const front = useMemo(() => frontOf(summary), [summary]);
  return (
    <>
      <Scatter {...exploring} {...{ measures, x, y, variants, chosen, front }} />
      <TermsOfVariants {...exploring} {...{ variants, chosen }} />
      <ChosenVariants {...exploring} {...{ measures, variants, chosen, front, x, y }} isBrushed={isBrushed(brush)} />
    </>
  );
}

export interface Explored extends Exploring {
  measures: readonly Measure[];
  x: Measure;
  y: Measure;
  /** Of which both measures are known. */
  variants: readonly Variant[];
  chosen: readonly Variant[];
  front: ReadonlySet<number>;
}

function Scatter(all: Explored) {
  const { route, measures, x, y, variants, chosen, front, summary, sweep, page, done } = all;
  const dots = useMemo(() => evenly(variants, mostDots, front), [variants, front]);
  const options = measures.map(({ id, name }) => [id, name] as const);
  const choose = (axis: "x" | "y") => (id: string) => setBrush(route, { x: {}, y: {} }, { [axis]: id });
  return (
    <Figure
      title="What can be had together"
      caption={
        <>
          Each dot is a <Term of="variant" />, a diamond one on the <Term of="front" />: {frontWords(all)} Drag over the picture, or set the limits below it, to
          choose some of them. {howMany(all, dots.length)}
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
      <BrushFields {...{ x, y, route }} count={chosen.length} of={variants.length} isAll={page.variants.length >= done} />
    </Figure>
  );
}

export function columnsOf(all: Explored): Column<Variant>[] {
  return [
    { head: "Variant", value: (row) => `${row.number}` },
    ...frontColumn(all),
    ...issuesOf(all).map(({ name }, place) => ({ head: name, value: (row: Variant) => row.terms[place]!, shown: (row: Variant) => decimal(row.terms[place]!) })),
    ...all.measures.map((measure) => ({ head: measure.name, ...told(measure) })),
  ];
}

// The front is known when all variants are there; of a large one some are listed, and the others cannot be told from those that are beaten.
function frontColumn({ front, summary }: Explored): Column<Variant>[] {
  if (!summary.front) return [];
  const isWhole = summary.front.listed.length === summary.front.count;
  return [{ head: isWhole ? "On the front" : "Listed of the front", value: (row) => (front.has(row.number) ? "yes" : "") }];
}

const told = (measure: Measure): Pick<Column<Variant>, "value" | "shown"> => ({
  value: (row) => (isKnown(measure, row) ? measure.value(row) : ""),
  shown: (row) => (isKnown(measure, row) ? measure.told(measure.value(row)) : "–"),
});

// Without a choice the first two by which variants differ at all.
function axesOf(measures: readonly Measure[], variants: readonly Variant[], x: string | null, y: string | null) {
  const find = (id: string | null) => measures.find((measure) => measure.id === id);
  const differs = (measure: Measure) => variants.some((variant) => measure.value(variant) !== measure.value(variants[0]!));
  const telling = measures.filter(differs);
  const across = find(x) ?? telling[0] ?? measures[0]!;
  return { x: across, y: find(y) ?? telling.find((measure) => measure !== across) ?? measures.find((measure) => measure !== across) ?? across };
}

// What is known of the front is drawn in full: it is what one looks for.
function evenly(variants: readonly Variant[], most: number, front: ReadonlySet<number>): readonly Variant[] {
  const step = Math.ceil(variants.length / most);
  return step <= 1 ? variants : variants.filter((variant, place) => place % step === 0 || front.has(variant.number));
}

function frontWords({ summary, sweep, variants, front }: Explored): string {
  if (!summary.front) return sweep.status === "Succeeded" ? "" : "the front is known when all variants are there.";
  const { count } = summary.front;
  const marked = variants.filter((variant) => front.has(variant.number)).length;
  return `${whole(count)} of ${whole(summary.variants)}${marked < count ? `, of which ${whole(marked)} are marked,` : ""} are not beaten by any other, by all outputs of the sweep together.`;
}

function howMany({ page, variants, done, isThrough, sweep }: Explored, shown: number): string {
  const read = page.variants.length;
  const drawn = shown < variants.length ? `${whole(shown)} of ${whole(variants.length)} are drawn, evenly chosen.` : "";
  if (read >= done) return drawn;
  const how = isThrough && sweep.progress.variants > mostRead ? ", evenly spaced by number," : "";
  const more = variants.length > read ? ` and ${whole(variants.length - read)} more that are listed of the front` : "";
  return `Of ${whole(done)} variants ${whole(read)}${how} are read here${more}. ${drawn}`;
}

