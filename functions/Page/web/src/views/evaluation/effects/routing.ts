// The ways of the links through a layout: bent between the ranks of boxes, straight beside the boxes of a rank that they pass.
import type { WebLink, WebNode } from "./web";

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Routed {
  item: WebLink;
  /** For an SVG path. */
  way: string;
  /** The parts of it that lie between two ranks, where there is no box. */
  gaps: readonly Gap[];
}

/** From where to where, along the direction of the ranks. */
interface Gap {
  from: Point;
  to: Point;
}

/** A link and where the layout leads it in every rank between its ends. */
export interface Led {
  item: WebLink;
  through: readonly Point[];
}

// Links that meet at a box do so this far from one another, where it is tall enough.
const apart = 6;

/** @param isAcross Whether the ranks follow one another from left to right; from top to bottom otherwise. */
export function route(links: readonly Led[], placeOf: (node: WebNode) => Point, node: Size, isAcross: boolean): Routed[] {
  // In the direction of the ranks, and at right angles to it.
  const along = (at: Point) => (isAcross ? at.x : at.y);
  const aside = (at: Point) => (isAcross ? at.y : at.x);
  const point = (on: number, off: number): Point => (isAcross ? { x: on, y: off } : { x: off, y: on });
  const half = (isAcross ? node.width : node.height) / 2;
  const side = isAcross ? node.height : node.width;

  const sense = ({ item }: Led) => Math.sign(along(placeOf(item.to)) - along(placeOf(item.from))) || 1;
  const isThere = (box: WebNode) => (link: Led) => link.item.from.id === box.id || link.item.to.id === box.id;
  const edgeOf = (link: Led, box: WebNode) => (link.item.from.id === box.id ? sense(link) : -sense(link));
  const next = (link: Led, box: WebNode) => (link.item.from.id === box.id ? (link.through[0] ?? placeOf(link.item.to)) : (link.through.at(-1) ?? placeOf(link.item.from)));

  /** Where a link leaves or reaches a box: at the edge, in the order of where the links come from and go to. */
  function portOf(link: Led, box: WebNode): Point {
    const edge = edgeOf(link, box);
    const there = links.filter(isThere(box)).filter((each) => edgeOf(each, box) === edge);
    const order = there.sort((one, other) => aside(next(one, box)) - aside(next(other, box))).indexOf(link);
    const step = Math.min(apart, (side - 16) / there.length);
    const { x, y } = placeOf(box);
    return point(along({ x, y }) + edge * half, aside({ x, y }) + (order - (there.length - 1) / 2) * step);
  }

  const bend = ({ from, to }: Gap) => {
    const middle = (along(from) + along(to)) / 2;
    return `C${[point(middle, aside(from)), point(middle, aside(to)), to].map(({ x, y }) => `${x} ${y}`).join(" ")}`;
  };

  return links.map((link) => {
    const past = (at: Point, by: number) => point(along(at) + by * sense(link) * half, aside(at));
    const stops = [portOf(link, link.item.from), ...link.through.flatMap((at) => [past(at, -1), past(at, 1)]), portOf(link, link.item.to)];
    const gaps = stops.flatMap((from, at) => (at % 2 === 0 ? [{ from, to: stops[at + 1]! }] : []));
    return { item: link.item, gaps, way: `M${stops[0]!.x} ${stops[0]!.y}${gaps.map((gap) => `L${gap.from.x} ${gap.from.y}${bend(gap)}`).join("")}` };
  });
}

// Where along a gap a label may stand.
const places = [0.5, 0.36, 0.64, 0.24, 0.76];

/** Where the labels of some links stand: on the link, between two ranks, and beside one another. */
export function labelsOf(links: readonly Routed[], label: Size, isAcross: boolean): { item: WebLink; at: Point }[] {
  const taken: Point[] = [];
  const meets = (at: Point) => taken.some((other) => Math.abs(other.x - at.x) < label.width + 2 && Math.abs(other.y - at.y) < label.height + 2);
  return links.map(({ item, gaps }) => {
    const order = [gaps[Math.floor(gaps.length / 2)]!, ...gaps];
    const candidates = places.flatMap((share) => order.map((gap) => pointOf(gap, share, isAcross)));
    const at = candidates.find((each) => !meets(each)) ?? candidates[0]!;
    taken.push(at);
    return { item, at };
  });
}

/** A point of the bend between two ranks. */
function pointOf({ from, to }: Gap, share: number, isAcross: boolean): Point {
  // Of a cubic whose two inner points lie half way along, beside either end.
  const along = (a: number, b: number) => a + (b - a) * (1.5 * share - 1.5 * share ** 2 + share ** 3);
  const aside = (a: number, b: number) => a + (b - a) * (3 * share ** 2 - 2 * share ** 3);
  return isAcross ? { x: along(from.x, to.x), y: aside(from.y, to.y) } : { x: aside(from.x, to.x), y: along(from.y, to.y) };
}
