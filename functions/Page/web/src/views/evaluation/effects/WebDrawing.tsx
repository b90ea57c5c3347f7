import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { broken } from "../../../charts/labels";
import { signed } from "../../../words";
import { layOut, type Layout, type Web, type WebLink } from "./web";

interface WebDrawingProps {
  web: Web;
  label: string;
  /** The effect that is asked about. */
  effect: string | undefined;
  /** The links of its main paths. */
  main: ReadonlySet<string>;
  /** For a phone. */
  isSlim: boolean;
  choose(effect: string): void;
}

// Smaller than by this, its names could not be read.
const legible = 0.72;

/** The web as a drawing: thick where a link weighs much, dashed where more of the one means less of the other. */
export function WebDrawing({ web, label, effect, main, isSlim, choose }: WebDrawingProps) {
  const drawn = useMemo(() => layOut(web, isSlim), [web, isSlim]);
  const place = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => centre(place.current!, drawn, effect), [drawn, effect]);
  return (
    <svg
      ref={place}
      class={`chart web ${main.size > 0 ? "web-asked" : ""}`}
      role="img"
      aria-label={label}
      width={drawn.width}
      height={drawn.height}
      style={{ maxWidth: `${drawn.width}px`, minWidth: isSlim ? `${drawn.width * legible}px` : `min(${drawn.width}px, 60rem)` }}
      viewBox={`0 0 ${drawn.width} ${drawn.height}`}
    >
      <defs>
        <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">
          <path d="M0 0.5L8 4L0 7.5z" fill="var(--ink-soft)" />
        </marker>
      </defs>
      <Links drawn={drawn} main={main} />
      {drawn.nodes.map(({ item, x, y }) => (
        <g
          key={item.id}
          class={`web-node ${item.effect ? "web-effect" : ""} ${item.effect && item.effect === effect ? "web-chosen" : ""}`}
          onClick={() => item.effect && choose(item.effect)}
        >
          <title>{item.name}</title>
          <rect x={x - drawn.node.width / 2} y={y - drawn.node.height / 2} width={drawn.node.width} height={drawn.node.height} rx={item.effect ? 8 : 1} />
          <Lines text={item.name} x={x} y={y} room={drawn.node} />
        </g>
      ))}
    </svg>
  );
}

/** Where the drawing is wider than its place, the chosen effect is brought into the middle of that. */
function centre(svg: SVGSVGElement, { nodes, width }: Layout, effect: string | undefined): void {
  const chosen = effect && nodes.find(({ item }) => item.effect === effect);
  const frame = svg.parentElement!;
  if (chosen) frame.scrollLeft = (chosen.x / width) * svg.clientWidth - frame.clientWidth / 2;
}

function Links({ drawn, main }: { drawn: Layout; main: ReadonlySet<string> }) {
  return (
    <g>
      {drawn.links.map(({ item, points }) => (
        <g key={item.id} class={`web-link ${main.has(item.id) ? "web-main" : ""}`} data-link={item.id}>
          <path d={curve(points)} fill="none" stroke="var(--ink-soft)" stroke-width={0.8 + 2.6 * Math.abs(item.weight.mode)} stroke-dasharray={item.weight.mode < 0 ? "5 4" : undefined} marker-end="url(#tip)">
            <title>{inWords(item)}</title>
          </path>
        </g>
      ))}
      {drawn.links
        .filter(({ item }) => main.has(item.id))
        .map(({ item, points }) => (
          <Weight key={item.id} link={item} at={middleOf(points)} />
        ))}
    </g>
  );
}

function Weight({ link, at }: { link: WebLink; at: Point }) {
  return (
    <g class="web-weight">
      <rect x={at.x - 17} y={at.y - 9} width="34" height="18" rx="9" />
      <text x={at.x} y={at.y + 4} text-anchor="middle" font-size="11">
        {signed(link.weight.mode, 2)}
      </text>
    </g>
  );
}

const lineHeight = 13.5;

function Lines({ text, x, y, room }: { text: string; x: number; y: number; room: { width: number; height: number } }) {
  const lines = broken(text, Math.floor((room.width - 10) / 5.9), Math.floor((room.height - 6) / lineHeight));
  return (
    <text x={x} text-anchor="middle" font-size="11.5">
      {lines.map((line, at) => (
        <tspan key={at} x={x} y={y + 4 + (at - (lines.length - 1) / 2) * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

export const inWords = ({ from, to, weight }: WebLink): string => `More of “${from.name}”, ${weight.mode < 0 ? "less" : "more"} of “${to.name}”: ${signed(weight.mode, 2)}`;

type Point = { x: number; y: number };

const between = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });

/** The bends that the layout gives, each with where the curve comes from and goes to: halfway to its neighbours. */
function bendsOf(points: readonly Point[]): { from: Point; bend: Point; to: Point }[] {
  const last = points.length - 2;
  return points.slice(1, -1).map((bend, at) => ({
    from: at === 0 ? points[0]! : between(points[at]!, bend),
    bend,
    to: at + 1 === last ? points[last + 1]! : between(bend, points[at + 2]!),
  }));
}

// Through the layout's points, without corners.
const curve = (points: readonly Point[]): string => `M${points[0]!.x} ${points[0]!.y}${bendsOf(points).map(({ bend, to }) => `Q${bend.x} ${bend.y} ${to.x} ${to.y}`).join("")}`;

/** A point of the curve, about its middle. */
function middleOf(points: readonly Point[]): Point {
  const bends = bendsOf(points);
  const { from, bend, to } = bends[Math.floor(bends.length / 2)]!;
  return between(between(from, bend), between(bend, to));
}
