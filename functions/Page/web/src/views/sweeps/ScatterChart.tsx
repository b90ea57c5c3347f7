import * as Plot from "@observablehq/plot";
import { useRef, useState } from "preact/hooks";
import type { Variant } from "../../api/sweep";
import { broken } from "../../charts/labels";
import { PlotChart } from "../../charts/PlotChart";
import type { Route } from "../../router";
import { brushOf, isBrushed, isWithin, setBrush, type Brush, type Limits } from "./brush";
import type { Measure } from "./measures";

interface ScatterChartProps {
  dots: readonly Variant[];
  x: Measure;
  y: Measure;
  front: ReadonlySet<number>;
  route: Route;
}

interface Corner {
  x: number;
  y: number;
}

const height = (width: number) => Math.round(Math.min(560, Math.max(320, width * 0.62)));
/** What is shorter is a click, which chooses nothing. */
const shortest = 6;

/** Variants by two measures; a rectangle dragged over them sets the limits that the fields beside it show. */
export function ScatterChart({ dots, x, y, front, route }: ScatterChartProps) {
  const brush = brushOf(route);
  const chart = useRef<Element | null>(null);
  const [drag, setDrag] = useState<{ from: Corner; to: Corner }>();
  const at = (event: PointerEvent): Corner => {
    const { left, top } = (event.currentTarget as Element).getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    setDrag({ from: at(event), to: at(event) });
  };
  const end = () => {
    setDrag(undefined);
    if (!drag || !chart.current) return;
    const isClick = Math.abs(drag.to.x - drag.from.x) < shortest && Math.abs(drag.to.y - drag.from.y) < shortest;
    setBrush(route, isClick ? { x: {}, y: {} } : limitsOf(chart.current as Plot.Plot & Element, drag.from, drag.to));
  };
  return (
    <div
      class="brushed"
      onPointerDown={begin}
      onPointerMove={(event) => drag && setDrag({ ...drag, to: at(event) })}
      onPointerUp={end}
      onPointerCancel={() => setDrag(undefined)}
    >
      <PlotChart
        label={`${dots.length} variants, ${x.name} across, ${y.name} up; the chosen ones stand in the table below`}
        of={[dots, x.id, y.id, front, JSON.stringify(brush)]}
        height={height}
        draw={(width) => options({ dots, x, y, front, route }, brush, width)}
        enliven={(drawn) => {
          drawn.setAttribute("role", "img");
          chart.current = drawn;
        }}
      />
      {drag && <span class="brush" style={rectangle(drag.from, drag.to)} />}
    </div>
  );
}

function options({ dots, x, y, front }: ScatterChartProps, brush: Brush, width: number): Plot.PlotOptions {
  const isIn = (variant: Variant) => isWithin(x.value(variant), brush.x) && isWithin(y.value(variant), brush.y);
  const common = dots.filter((variant) => !front.has(variant.number));
  const best = dots.filter((variant) => front.has(variant.number));
  const tick = (measure: Measure) => (value: number) => (measure.isShare ? `${Math.round(value * 100)}\u00a0%` : `${value}`.replace("-", "−"));
  const place = { x: x.value, y: y.value };
  const [top, bottom] = [axisWords(`↑ ${y.name}${wish(y)}`, width), axisWords(`${x.name}${wish(x)} →`, width)];
  return {
    marginLeft: 52,
    marginTop: 19 + 15 * top.length,
    marginBottom: 32 + 15 * bottom.length,
    marginRight: 16,
    x: { domain: domainOf(dots, x), label: null, tickFormat: tick(x), nice: true, ticks: width < 500 ? 5 : 9, tickPadding: 6 },
    y: { domain: domainOf(dots, y), label: null, tickFormat: tick(y), nice: true, ticks: 7 },
    marks: [
      Plot.gridX({ stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.text([top.join("\n")], { frameAnchor: "top-left", lineAnchor: "bottom", dx: -48, dy: -14, lineHeight: 1.2, fill: "var(--ink)", fontSize }),
      Plot.text([bottom.join("\n")], { frameAnchor: "bottom-right", lineAnchor: "top", dy: 29, lineHeight: 1.2, fill: "var(--ink)", fontSize }),
      isBrushed(brush) ? Plot.rect(sides(brush, dots, x, y), { x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: "var(--accent)", fillOpacity: 0.08, stroke: "var(--accent)", strokeDasharray: "4 3" }) : null,
      Plot.dot(common.filter((variant) => !isIn(variant)), { ...place, r: 2, fill: "var(--open)", fillOpacity: 0.25 }),
      Plot.dot(common.filter(isIn), { ...place, r: 2.8, fill: "var(--accent)", fillOpacity: 0.55 }),
      Plot.dot(best, { ...place, className: "front", r: 5, symbol: "diamond", fill: (variant: Variant) => (isIn(variant) ? "var(--ink)" : "var(--raised)"), stroke: "var(--ink)", strokeWidth: 1.5 }),
    ],
  };
}

/** The part of the brush that lies within the picture: what reached far out of it would be drawn all the way, dash by dash. */
function sides(brush: Brush, dots: readonly Variant[], x: Measure, y: Measure) {
  const within = ({ low, high }: Limits, [least, most]: readonly [number, number]) => [Math.max(low ?? least, least), Math.min(high ?? most, most)] as const;
  const [x1, x2] = within(brush.x, domainOf(dots, x));
  const [y1, y2] = within(brush.y, domainOf(dots, y));
  return x1 <= x2 && y1 <= y2 ? [{ x1, x2, y1, y2 }] : [];
}

const fontSize = 12.5;
const axisWords = (text: string, width: number) => broken(text, (width - 20) / (fontSize * 0.54), 3);
const wish = (measure: Measure) => (measure.isLessBetter ? " (less is wanted)" : "");
const lowest = (dots: readonly Variant[], measure: Measure) => dots.reduce((least, variant) => Math.min(least, measure.value(variant)), Infinity);
const highest = (dots: readonly Variant[], measure: Measure) => dots.reduce((most, variant) => Math.max(most, measure.value(variant)), -Infinity);

// Of the dots alone: limits may lie anywhere. Where all dots are the same there is no scale of its own.
function domainOf(dots: readonly Variant[], measure: Measure): [number, number] {
  const [low, high] = [lowest(dots, measure), highest(dots, measure)];
  if (low < high) return [low, high];
  return measure.isShare ? [0, 1] : [low - 1, high + 1];
}

function limitsOf(chart: Plot.Plot & Element, from: Corner, to: Corner): Brush {
  const [x, y] = [chart.scale("x")!, chart.scale("y")!];
  const across = [x.invert!(from.x), x.invert!(to.x)].sort((a, b) => a - b);
  const up = [y.invert!(from.y), y.invert!(to.y)].sort((a, b) => a - b);
  return { x: limits(across), y: limits(up) };
}

// As many digits as a hand can place.
function limits([low, high]: readonly number[]): { low: number; high: number } {
  const decimals = Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(high! - low! || 1))));
  return { low: Number(low!.toFixed(decimals)), high: Number(high!.toFixed(decimals)) };
}

function rectangle(from: Corner, to: Corner) {
  return { left: `${Math.min(from.x, to.x)}px`, top: `${Math.min(from.y, to.y)}px`, width: `${Math.abs(to.x - from.x)}px`, height: `${Math.abs(to.y - from.y)}px` };
}

export function ScatterKey({ hasFront }: { hasFront: boolean }) {
  return (
    <ul class="key">
      <li>
        <svg viewBox="0 0 30 14" aria-hidden="true">
          <circle cx="15" cy="7" r="4" fill="var(--accent)" fill-opacity="0.6" />
        </svg>
        chosen
      </li>
      <li>
        <svg viewBox="0 0 30 14" aria-hidden="true">
          <circle cx="15" cy="7" r="3" fill="var(--open)" fill-opacity="0.35" />
        </svg>
        not chosen
      </li>
      {hasFront && (
        <li>
          <svg viewBox="0 0 30 14" aria-hidden="true">
            <path d="M15 1l5 6-5 6-5-6z" fill="var(--ink)" />
          </svg>
          on the front (hollow: not chosen)
        </li>
      )}
    </ul>
  );
}
