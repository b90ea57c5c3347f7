// The causal web of a situation as a graph: what each link leads from and to, and where dagre puts it.
import { Graph, layout as place } from "@dagrejs/dagre";
import type { Effects } from "../../../api/report";
import type { Link, LinkSource, Range, SituationDocument } from "../../../api/situation";
import type { Inputs } from "../../../api/types";
import { judgementAt } from "../../../judgements";
import { route, type Point, type Routed, type Size } from "./routing";

export interface WebNode {
  id: string;
  name: string;
  /** Only what follows can be chosen; the rest is where it starts. */
  effect?: string;
}

export interface WebLink {
  id: string;
  from: WebNode;
  to: WebNode;
  weight: Range;
  delay: number;
}

export interface Web {
  nodes: readonly WebNode[];
  links: readonly WebLink[];
}

export interface Placed<T> {
  item: T;
  x: number;
  y: number;
}

export interface Layout {
  node: Size;
  width: number;
  height: number;
  /** Whether it runs from left to right. */
  isAcross: boolean;
  nodes: readonly Placed<WebNode>[];
  links: readonly Routed[];
}

// Names have up to four lines of the wide ones, five of those for a phone.
const wide: Size = { width: 184, height: 62 };
const slim: Size = { width: 104, height: 74 };

export function webOf(situation: SituationDocument, inputs: Inputs): Web {
  const nodes = new Map<string, WebNode>();
  const node = (id: string, name: string, effect?: string) => nodes.get(id) ?? nodes.set(id, { id, name, ...(effect !== undefined && { effect }) }).get(id)!;
  const links = Object.entries(situation.links).map(([id, link]) => ({
    id,
    from: node(...startOf(situation, link.from)),
    to: node(`effect ${link.to}`, situation.effects[link.to]!.name, link.to),
    weight: weightOf(situation, inputs, id, link),
    delay: link.delay ?? 1,
  }));
  return { nodes: [...nodes.values()], links };
}

/** What leads to an effect, over however many steps. */
export function upstreamOf({ nodes, links }: Web, effect: string): Web {
  const reached = new Set([`effect ${effect}`]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const link of links) if (reached.has(link.to.id)) reached.add(link.from.id);
  }
  return { nodes: nodes.filter((each) => reached.has(each.id)), links: links.filter((link) => reached.has(link.to.id)) };
}

/** The paths that explain most of an effect, and no more. */
export function mainOf({ nodes, links }: Web, main: ReadonlySet<string>): Web {
  const kept = links.filter((link) => main.has(link.id));
  return { nodes: nodes.filter((node) => kept.some(({ from, to }) => from.id === node.id || to.id === node.id)), links: kept };
}

/** The links of the paths that explain most of an effect. */
export const linksOfPaths = (effects: Effects, effect: string): Set<string> => new Set(effects[effect]?.paths.flatMap((path) => path.links));

/** From left to right; for a phone also from top to bottom, whichever is less wide. */
export function layOut(web: Web, isSlim: boolean): Layout {
  if (!isSlim) return layout(web, wide, { rankdir: "LR", nodesep: 12, ranksep: 76 });
  const [across, down] = [layout(web, slim, { rankdir: "LR", nodesep: 10, ranksep: 42 }), layout(web, slim, { rankdir: "TB", nodesep: 8, ranksep: 42 })];
  return across.width < down.width ? across : down;
}

function layout({ nodes, links }: Web, node: Size, direction: { rankdir: string; nodesep: number; ranksep: number }): Layout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ ...direction, marginx: 4, marginy: 4 });
  for (const { id } of nodes) graph.setNode(id, { ...node });
  for (const link of links) graph.setEdge(link.from.id, link.to.id, {}, link.id);
  place(graph);
  const { width, height } = graph.graph() as Size;
  const isAcross = direction.rankdir === "LR";
  const placeOf = ({ id }: WebNode) => graph.node(id) as Point;
  const ranks = nodes.map((each) => (isAcross ? placeOf(each).x : placeOf(each).y));
  // Between two ranks the layout has points of its own, for labels.
  const isInRank = (at: Point) => ranks.some((rank) => Math.abs(rank - (isAcross ? at.x : at.y)) < 1);
  const led = links.map((item) => ({ item, through: (graph.edge(item.from.id, item.to.id, item.id) as { points: Point[] }).points.slice(1, -1).filter(isInRank) }));
  return {
    node,
    width,
    height,
    isAcross,
    nodes: nodes.map((item) => ({ item, x: placeOf(item).x, y: placeOf(item).y })),
    links: route(led, placeOf, node, isAcross),
  };
}

function weightOf(situation: SituationDocument, inputs: Inputs, id: string, link: Link): Range {
  const value = judgementAt(situation, inputs, `/links/${id}/weight`, id)?.value ?? link.weight;
  return typeof value === "number" ? { low: value, mode: value, high: value, source: "" } : value;
}

function startOf(situation: SituationDocument, from: LinkSource): [id: string, name: string, effect?: string] {
  const stakeholder = (id: string) => situation.stakeholders[id]?.name ?? id;
  if (from.issue) return [`issue ${from.issue}`, situation.issues[from.issue]?.name ?? from.issue];
  if (from.effect) return [`effect ${from.effect}`, situation.effects[from.effect]?.name ?? from.effect, from.effect];
  if (from.assumption) return [`assumption ${from.assumption}`, situation.assumptions[from.assumption]?.name ?? from.assumption];
  if (from.distance) return [`distance ${from.distance}`, `How far the deal is from what ${stakeholder(from.distance)} wants`];
  if (from.outcome) return [`outcome ${from.outcome}`, `How ${stakeholder(from.outcome)} fares`];
  const { stakeholder: who, issue } = from.beyondRedLine!;
  return [`line ${who} ${issue}`, `Beyond the red line of ${stakeholder(who)} on ${situation.issues[issue]?.name ?? issue}`];
}
