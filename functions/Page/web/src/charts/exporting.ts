import type { Column } from "../components/DataTable";
import { copied, frame, type About } from "./framing";

/** The chart in a place, as a picture that needs nothing of the page. */
export function pictureOf(place: Element | null, about: About): SVGSVGElement | null {
  // What is hidden from those who hear the page is there a second time.
  const shown = place?.querySelector<SVGSVGElement>("svg.chart:not([aria-hidden] *)");
  if (!shown) return null;
  const picture = copied(shown);
  picture.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  frame(picture, place!.closest("figure")!, about);
  return picture;
}

/** A file's name with what it is of, by its title, and the situation. */
export function nameOf(name: string, scenarios: readonly string[], situation: { id: string; version: number }): string {
  const plain = (text: string) => text.toLowerCase().normalize("NFKD").replace(/\p{M}+/gu, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 40).replace(/-$/, "");
  return [name, ...scenarios.map(plain), situation.id, `v${situation.version}`].filter(Boolean).join("_");
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

export function save(content: Blob, name: string): void {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(content);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
}
