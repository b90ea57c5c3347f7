import { useMemo } from "preact/hooks";
import { fitting } from "../../../charts/labels";
import { signed } from "../../../words";
import { layOut, nodeSize, type Layout, type Web, type WebLink } from "./web";

interface WebDrawingProps {
  web: Web;
  label: string;
  /** The effect that is asked about. */
  effect: string | undefined;
  /** The links of its main paths. */
  main: ReadonlySet<string>;
  choose(effect: string): void;
}

/** The web as a drawing: thick where a link weighs much, dashed where more of the one means less of the other. */
export function WebDrawing({ web, label, effect, main, choose }: WebDrawingProps) {
  const drawn = useMemo(() => layOut(web), [web]);
  return (
    <svg class={`chart web ${main.size > 0 ? "web-asked" : ""}`} role="img" aria-label={label} width={drawn.width} height={drawn.height} style={{ maxWidth: `${drawn.width}px`, minWidth: `min(${drawn.width}px, 60rem)` }} viewBox={`0 0 ${drawn.width} ${drawn.height}`}>
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
          <rect x={x - nodeSize.width / 2} y={y - nodeSize.height / 2} width={nodeSize.width} height={nodeSize.height} rx={item.effect ? 8 : 1} />
          <Lines text={item.name} x={x} y={y} />
        </g>
      ))}
    </svg>
  );
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
          <Weight key={item.id} link={item} at={points[Math.floor(points.length / 2)]!} />
        ))}
    </g>
  );
}

function Weight({ link, at }: { link: WebLink; at: { x: number; y: number } }) {
  return (
    <g class="web-weight">
      <rect x={at.x - 17} y={at.y - 9} width="34" height="18" rx="9" />
      <text x={at.x} y={at.y + 4} text-anchor="middle" font-size="11">
        {signed(link.weight.mode, 2)}
      </text>
    </g>
  );
}

function Lines({ text, x, y }: { text: string; x: number; y: number }) {
  const lines = broken(fitting(text, 28, 2), 28);
  return (
    <text x={x} text-anchor="middle" font-size="11.5">
      {lines.map((line, at) => (
        <tspan key={at} x={x} y={y + 4 + (at - (lines.length - 1) / 2) * 14}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

export const inWords = ({ from, to, weight }: WebLink): string => `More of “${from.name}”, ${weight.mode < 0 ? "less" : "more"} of “${to.name}”: ${signed(weight.mode, 2)}`;

function broken(text: string, characters: number): string[] {
  if (text.length <= characters) return [text];
  const at = text.lastIndexOf(" ", characters);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

// Through the points that the layout gives, without corners.
function curve(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  const parts = rest.slice(0, -1).map((point, at) => {
    const next = at === rest.length - 2 ? rest.at(-1)! : { x: (point.x + rest[at + 1]!.x) / 2, y: (point.y + rest[at + 1]!.y) / 2 };
    return `Q${point.x} ${point.y} ${next.x} ${next.y}`;
  });
  return `M${first!.x} ${first!.y}${parts.join("")}`;
}
