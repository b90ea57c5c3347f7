import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { broken } from "../../../charts/labels";
import { signed } from "../../../words";
import { labelsOf, type Point, type Routed, type Size } from "./routing";
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
        <Tip id="tip" />
        <Tip id="tip-main" />
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

function Tip({ id }: { id: string }) {
  return (
    <marker id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">
      <path d="M0 0.5L8 4L0 7.5z" />
    </marker>
  );
}

/** Where the drawing is wider than its place, the chosen effect is brought into the middle of that. */
function centre(svg: SVGSVGElement, { nodes, width }: Layout, effect: string | undefined): void {
  const chosen = effect && nodes.find(({ item }) => item.effect === effect);
  const frame = svg.parentElement!;
  if (chosen) frame.scrollLeft = (chosen.x / width) * svg.clientWidth - frame.clientWidth / 2;
}

const label = { width: 34, height: 18 };

function Links({ drawn, main }: { drawn: Layout; main: ReadonlySet<string> }) {
  const isMain = ({ item }: Routed) => main.has(item.id);
  return (
    <g>
      {drawn.links.map((link) => (
        <g key={link.item.id} class={`web-link ${isMain(link) ? "web-main" : ""}`} data-link={link.item.id}>
          <path d={link.way} fill="none" stroke-width={thickness(link.item, main.size > 0 && !isMain(link))} stroke-dasharray={link.item.weight.mode < 0 ? "5 4" : undefined} marker-end={isMain(link) ? "url(#tip-main)" : "url(#tip)"}>
            <title>{inWords(link.item)}</title>
          </path>
        </g>
      ))}
      {labelsOf(drawn.links.filter(isMain), label, drawn.isAcross).map(({ item, at }) => (
        <Weight key={item.id} link={item} at={at} />
      ))}
    </g>
  );
}

/** By its weight; thinner where others stand out. */
const thickness = ({ weight }: WebLink, isAside: boolean) => (isAside ? 0.7 + 1.2 * Math.abs(weight.mode) : 1 + 2.6 * Math.abs(weight.mode));

function Weight({ link, at }: { link: WebLink; at: Point }) {
  return (
    <g class="web-weight">
      <rect x={at.x - label.width / 2} y={at.y - label.height / 2} width={label.width} height={label.height} rx={label.height / 2} />
      <text x={at.x} y={at.y + 4} text-anchor="middle" font-size="11">
        {signed(link.weight.mode, 2)}
      </text>
    </g>
  );
}

const lineHeight = 13.5;

/** A name in the room of its box: whole, or without what it says in brackets, or only what stands before its colon. */
function linesOf(name: string, characters: number, most: number): string[] {
  const shorter = [name, name.replace(/\s*\([^()]*\)$/, ""), name.split(": ")[0]!].map((each) => broken(each, characters, most));
  return shorter.find((lines) => !lines.some((line) => line.endsWith("…"))) ?? shorter[0]!;
}

function Lines({ text, x, y, room }: { text: string; x: number; y: number; room: Size }) {
  const lines = linesOf(text, Math.floor((room.width - 10) / 5.9), Math.floor((room.height - 6) / lineHeight));
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
