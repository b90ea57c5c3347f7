// Small charts of what follows, one an effect, all on one labelled scale.
import * as Plot from "@observablehq/plot";
import type { EffectResult, Level } from "../../../api/report";
import { fitting } from "../../../charts/labels";
import { signed } from "../../../words";

/** What follows over the years. */
export interface Course {
  id: string;
  name: string;
  trajectory: readonly Level[];
  /** What it means to be above 0, and below. */
  up: string;
  down: string;
  isConflict: boolean;
  /** Whether it hardly moves at either horizon. */
  isStill: boolean;
  /** Means at the two horizons. */
  short: number;
  long: number;
  /** The mean at the horizon without a deal. */
  without: number;
}

/** Where an effect would stand at the horizon without a deal. */
export const withoutDeal = ({ long, againstNoDeal }: EffectResult): number => long.mean.value - againstNoDeal.value;

interface Place {
  year: number;
  mean: number;
  low: number;
  high: number;
  course: Course;
}

const tall = (width: number) => (across(width) > 1 ? 238 : 204);
// Beside the charts of effects stand the scale and the last value; above each its name and what is up, below what is down and the years.
const [left, right, above, below] = [34, 44, 64, 52];
const gap = left + right;
const across = (width: number) => Math.max(1, Math.floor(width / 280));
const down = (courses: readonly Course[], width: number) => Math.ceil(courses.length / across(width));

export const heightOf = (courses: readonly Course[], width: number): number => down(courses, width) * tall(width);

export function optionsOf(courses: readonly Course[], horizons: readonly number[], width: number): Plot.PlotOptions {
  const [columns, rows] = [across(width), down(courses, width)];
  const order = new Map(courses.map((course, at) => [course, at]));
  const facet = { fx: (of: { course: Course }) => order.get(of.course)! % columns, fy: (of: { course: Course }) => Math.floor(order.get(of.course)! / columns) };
  const places = courses.flatMap(placesOf);
  const reach = reachOf(places, courses);
  const titles = courses.map((course) => ({ course }));
  const wide = (width - left - right - (columns - 1) * gap) / columns;
  const words = (text: string, lines: number) => fitting(text, (wide + right) / 5.8, lines);
  const small = { ...facet, fontSize: 11, fill: "var(--ink-soft)", lineWidth: (wide + right) / 11 };
  const years = { ...facet, frameAnchor: "bottom" as const, dy: 44, fontSize: 11, fill: "var(--ink-soft)" };
  const last = horizons.at(-1)!;
  return {
    marginTop: above,
    marginBottom: below,
    marginLeft: left,
    marginRight: right,
    fx: { axis: null, domain: [...Array(columns).keys()], padding: 0, paddingInner: gap / (wide + gap) },
    fy: { axis: null, domain: [...Array(rows).keys()], padding: 0, paddingInner: rows > 1 ? (above + below) / tall(width) : 0 },
    x: { domain: [0, last], axis: null },
    y: { domain: [-reach, reach], axis: null },
    marks: [
      Plot.ruleY(titles.flatMap((each) => [-reach, reach].map((at) => ({ ...each, at }))), { ...facet, y: "at", stroke: "var(--line)" }),
      Plot.ruleY(titles, { ...facet, y: () => 0, stroke: "var(--line-strong)" }),
      Plot.text(titles.flatMap((each) => [-reach, 0, reach].map((at) => ({ ...each, at }))), { ...facet, x: () => 0, y: "at", text: ({ at }) => signed(at, at === 0 ? 0 : 1), dx: -6, textAnchor: "end", fontSize: 11, fill: "var(--ink-soft)" }),
      Plot.areaY(places, { ...facet, x: "year", y1: "low", y2: "high", fill: "var(--open-soft)", fillOpacity: 0.8 }),
      Plot.lineY(places, { ...facet, x: "year", y: "mean", stroke: "var(--accent)", strokeWidth: 2 }),
      Plot.dot(places.filter(({ year }) => year === 0 || horizons.includes(year)), { ...facet, x: "year", y: "mean", r: 3, fill: "var(--accent)" }),
      Plot.dot(titles, { ...facet, x: () => last, y: ({ course }) => course.without, r: 4, fill: "var(--raised)", fillOpacity: 0, stroke: "var(--ink)", strokeWidth: 1.5 }),
      Plot.text(places.filter(({ year }) => year === last), { ...facet, x: "year", y: "mean", text: ({ mean }: Place) => signed(mean, 2), dx: 8, textAnchor: "start", fontSize: 11.5, fontWeight: 600, fill: "var(--ink)" }),
      Plot.text(titles, { ...facet, text: ({ course }) => fitting(course.isConflict ? `⇅ ${course.name}` : course.name, (wide + gap / 2) / 6.6, 2), frameAnchor: "top-left", lineAnchor: "bottom", dx: -left + 6, dy: -24, fontSize: 12.5, lineWidth: (wide + gap / 2) / 12.5, fontWeight: 600, fill: "var(--ink)" }),
      Plot.text(titles.filter(({ course }) => course.up), { ...small, text: ({ course }) => words(`↑ ${course.up}`, 1), frameAnchor: "top-left", lineAnchor: "bottom", dy: -6 }),
      Plot.text(titles.filter(({ course }) => course.down), { ...small, text: ({ course }) => words(`↓ ${course.down}`, 2), frameAnchor: "bottom-left", lineAnchor: "top", dy: 5 }),
      Plot.text(titles, { ...years, x: () => 0, text: () => "today", dx: 10, textAnchor: "end" }),
      Plot.text(horizons.filter((year) => year === last || year < 0.7 * last).flatMap((year) => titles.map((each) => ({ ...each, year }))), { ...years, x: "year", text: ({ year }) => `year ${year}`, dx: -6, textAnchor: "start" }),
    ],
  };
}

/** From the status quo, where every effect stands at 0. */
function placesOf(course: Course): Place[] {
  const start: Place = { year: 0, mean: 0, low: 0, high: 0, course };
  return [start, ...course.trajectory.map(({ year, mean, low80, high80 }) => ({ year, mean: mean.value, low: low80.value, high: high80.value, course }))];
}

/** The same for all, up to the next tenth. */
const reachOf = (places: readonly Place[], courses: readonly Course[]) =>
  Math.ceil(Math.max(...places.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]), ...courses.map(({ without }) => Math.abs(without)), 0.2) * 10) / 10;
