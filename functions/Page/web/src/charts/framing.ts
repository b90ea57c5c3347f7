// What a picture brings along when it leaves the page: what it is of, what one sees, the key, and where its numbers come from.
import { broken } from "./labels";

const namespace = "http://www.w3.org/2000/svg";

/** What a picture takes from the page's styles, and has to hold itself once it has left the page. */
const inherited = ["fill", "stroke", "stroke-width", "stroke-dasharray", "fill-opacity", "stroke-opacity", "opacity", "font-family", "font-size", "font-weight", "text-anchor"];

export interface About {
  title: string;
  /** Titles of the scenarios; of several each with its letter. */
  scenarios: readonly string[];
  /** Situation, draws, engine, address. */
  origin: readonly string[];
}

const margin = 16;
/** Of the size of letters: what a letter takes on average, and a line. */
const letter = 0.52;
const line = 1.35;

/** A copy that needs nothing of the page. */
export function copied(shown: SVGSVGElement): SVGSVGElement {
  const copy = shown.cloneNode(true) as SVGSVGElement;
  copy.querySelectorAll("style").forEach((style) => style.remove());
  const [from, to] = [[shown, ...shown.querySelectorAll("*:not(style)")], [copy, ...copy.querySelectorAll("*")]];
  from.forEach((element, index) => {
    const style = getComputedStyle(element);
    for (const name of inherited) to[index]!.setAttribute(name, style.getPropertyValue(name));
  });
  return copy;
}

/** On the page the words stand around the chart and the ground is the figure's; a picture has them all in itself. */
export function frame(picture: SVGSVGElement, figure: Element, { title, scenarios, origin }: About): void {
  const { backgroundColor, color, fontFamily } = getComputedStyle(figure);
  const [width, height] = [picture.width.baseVal.value, picture.height.baseVal.value];
  const [head, foot] = [element("g", {}), element("g", {})];
  const write = (group: SVGElement, from: number, text: string, size: number, look: Record<string, string | number> = {}) =>
    linesOf(text, width, size).reduce((y, words) => {
      const told = element("text", { x: 0, y: y + size, fill: color, "font-size": size, "font-weight": 400, "font-family": fontFamily, "text-anchor": "start", ...look });
      told.textContent = words;
      group.append(told);
      return y + size * line;
    }, from);
  let top = write(head, 0, title, 18, { "font-weight": 600, "font-family": "serif" });
  for (const scenario of scenarios) top = write(head, top, scenario, 13, { "font-weight": 600 });
  top = write(head, top + 2, figure.querySelector<HTMLElement>("figcaption p")?.innerText ?? "", 12);
  for (const entry of figure.querySelectorAll<HTMLElement>(".key li")) top = key(head, entry, top + 4, width, { fill: color, "font-size": 12, "font-weight": 400, "font-family": fontFamily, "text-anchor": "start" });
  const above = top + 12;
  const below = origin.reduce((y, each) => write(foot, y, each, 11), 8) + 4;
  head.setAttribute("transform", `translate(0,${-above})`);
  foot.setAttribute("transform", `translate(0,${height})`);
  const [x, y, wide, tall] = [-margin, -above - margin, width + 2 * margin, above + height + below + 2 * margin];
  picture.prepend(element("rect", { x, y, width: wide, height: tall, fill: backgroundColor }), head);
  picture.append(foot);
  for (const [name, value] of Object.entries({ width: wide, height: tall, viewBox: `${x} ${y} ${wide} ${tall}` })) picture.setAttribute(name, `${value}`);
}

/** Words too long for a line, as addresses are, go on in the next. */
function linesOf(text: string, width: number, size: number): string[] {
  const most = Math.floor(width / (size * letter));
  return broken(text.replace(new RegExp(`(\\S{${most}})(?=\\S)`, "g"), "$1 "), most, Infinity);
}

const signRoom = 38;

/** An entry of the key: its sign as the page draws it, and its words. */
function key(group: SVGElement, entry: HTMLElement, top: number, width: number, text: Record<string, string | number>): number {
  const [drawn, lettered] = [entry.querySelector("svg"), entry.querySelector<HTMLElement>(".letter")];
  const words = entry.innerText.trim().slice(lettered?.textContent?.length ?? 0).trim();
  if (drawn) {
    const sign = copied(drawn);
    for (const [name, value] of Object.entries({ x: 0, y: top + 1, width: 30, height: 14 })) sign.setAttribute(name, `${value}`);
    group.append(sign);
  }
  if (lettered) {
    const look = getComputedStyle(lettered);
    const isHollow = lettered.classList.contains("letter-hollow");
    const called = element("text", { ...text, x: 15, y: top + 12, fill: look.color, "font-weight": 700, "text-anchor": "middle" });
    called.textContent = lettered.textContent;
    group.append(element("circle", { cx: 15, cy: top + 8, r: 8.5, fill: isHollow ? "none" : look.backgroundColor, stroke: isHollow ? look.color : "none" }), called);
  }
  const x = drawn || lettered ? signRoom : 0;
  return linesOf(words, width - x, 12).reduce((y, each) => {
    const told = element("text", { ...text, x, y: y + 12 });
    told.textContent = each;
    group.append(told);
    return y + 16;
  }, top);
}

function element(name: "g" | "rect" | "circle" | "text", attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, `${value}`);
  return made;
}
