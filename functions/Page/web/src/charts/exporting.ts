import type { Column } from "../components/DataTable";

const namespace = "http://www.w3.org/2000/svg";
// What a picture takes from the page's styles, and has to hold itself once it has left the page.
const inherited = ["fill", "stroke", "stroke-width", "stroke-dasharray", "fill-opacity", "stroke-opacity", "opacity", "font-family", "font-size", "font-weight", "text-anchor"];

/** The chart in a place, as a picture that needs nothing of the page. */
export function pictureOf(place: Element | null, title: string): SVGSVGElement | null {
  // What is hidden from those who hear the page is there a second time.
  const shown = place?.querySelector<SVGSVGElement>("svg.chart:not([aria-hidden] *)");
  if (!shown) return null;
  const picture = shown.cloneNode(true) as SVGSVGElement;
  picture.querySelectorAll("style").forEach((style) => style.remove());
  const [from, to] = [[shown, ...shown.querySelectorAll("*:not(style)")], [picture, ...picture.querySelectorAll("*")]];
  from.forEach((element, index) => {
    const style = getComputedStyle(element);
    for (const name of inherited) to[index]!.setAttribute(name, style.getPropertyValue(name));
  });
  picture.setAttribute("xmlns", namespace);
  frame(picture, title, getComputedStyle(place!.closest("figure")!));
  return picture;
}

const margin = 16;
const headingHeight = 36;

// On the page the title stands above the chart and the ground is the figure's; a picture brings both along.
function frame(picture: SVGSVGElement, title: string, { backgroundColor, color }: CSSStyleDeclaration): void {
  const [width, height] = [picture.width.baseVal.value + 2 * margin, picture.height.baseVal.value + headingHeight + 2 * margin];
  const [x, y] = [-margin, -headingHeight - margin];
  const heading = element("text", { x: 0, y: y + margin + 18, fill: color, "font-size": 18, "font-weight": 600, "font-family": "serif", "text-anchor": "start" });
  heading.textContent = title;
  picture.prepend(element("rect", { x, y, width, height, fill: backgroundColor }), heading);
  for (const [name, value] of Object.entries({ width, height, viewBox: `${x} ${y} ${width} ${height}` })) picture.setAttribute(name, `${value}`);
}

export function saveSvg(picture: SVGSVGElement, name: string): void {
  save(new Blob([new XMLSerializer().serializeToString(picture)], { type: "image/svg+xml" }), `${name}.svg`);
}

export function savePng(picture: SVGSVGElement, name: string): void {
  const [width, height] = [picture.width.baseVal.value, picture.height.baseVal.value];
  const image = new Image();
  const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(picture)], { type: "image/svg+xml" }));
  image.onload = () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width * 2, height * 2];
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(address);
    canvas.toBlob((png) => png && save(png, `${name}.png`), "image/png");
  };
  image.src = address;
}

export function saveCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[], name: string): void {
  const lines = [columns.map((column) => column.head), ...rows.map((row) => columns.map((column) => column.value(row)))];
  saveTable(`${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`, name);
}

/** A table that is written already. */
export function saveTable(text: string, name: string): void {
  save(new Blob([`\ufeff${text}`], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
}

export function saveJson(content: unknown, name: string): void {
  save(new Blob([JSON.stringify(content, null, 2)], { type: "application/json" }), `${name}.json`);
}

// A text that a spreadsheet would take for a formula is kept from being one.
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function element(name: "rect" | "text", attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, `${value}`);
  return made;
}

export function save(content: Blob, name: string): void {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(content);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
}
