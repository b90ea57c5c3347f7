import * as Plot from "@observablehq/plot";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

interface PlotChartProps {
  /** What it shows, for those who do not see it. */
  label: string;
  /** Of the chart at a width, in pixels; kept free before it is drawn. */
  height(width: number): number;
  /** The marks and scales for a width; height, class and label are set here. Colours are the page's: var(--better). */
  draw(width: number): Plot.PlotOptions;
  /** Whatever the drawing depends on. */
  of: readonly unknown[];
  /** Makes parts of it elements of their own, to point at and to move among; then it is a group, not one picture. */
  enliven?(chart: Element): void;
}

/** The width of what is printed, in pixels: A4 and Letter upright. */
export const sheet = 680;

/** A chart by Observable Plot that fills its place, drawn again when that changes. */
export function PlotChart({ label, height, draw, of, enliven }: PlotChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  useLayoutEffect(() => {
    if (!place.current || width === 0) return;
    // The class is fixed: it is what the style element, which the security policy names by its hash, is about.
    const chart = Plot.plot({ ...draw(width), width, height: height(width), className: CHART_CLASS, ariaLabel: label });
    chart.setAttribute("role", enliven ? "group" : "img");
    // Marks are no elements of their own to those who hear the chart's label, and may have none.
    chart.querySelectorAll("g[aria-label]").forEach((mark) => mark.removeAttribute("aria-label"));
    enliven?.(chart);
    place.current.replaceChildren(chart);
  }, [width, label, ...of]);
  return <div ref={place} class="chart-place" style={{ minHeight: `${height(width || 600)}px` }} />;
}

function useWidth(place: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const watcher = new ResizeObserver(([entry]) => matchMedia("print").matches || setWidth(Math.floor(entry!.contentRect.width)));
    setWidth(Math.floor(place.current!.clientWidth));
    watcher.observe(place.current!);
    // A sheet is narrower than the screen, and what is drawn for that would be printed too small to read.
    const printing = matchMedia("print");
    const changed = () => setWidth(printing.matches ? sheet : Math.floor(place.current!.clientWidth));
    printing.addEventListener("change", changed);
    return () => {
      watcher.disconnect();
      printing.removeEventListener("change", changed);
    };
  }, []);
  return width;
}
