// Bundles src/ into a folder: index.html, app/ with names that hold the hash of the content, and the page's security policy.
import { build as bundle } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

// The charts' class, by which the style element that the chart library brings along is always the same; src/charts/plot.ts uses it too.
const chartClass = "chart";

export async function build(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const common = { bundle: true, minify: true, metafile: true, target: "es2022", entryNames: "[name]-[hash]", legalComments: "none", logLevel: "warning" };
  const modules = await bundle({
    ...common,
    entryPoints: ["src/main.tsx"],
    format: "esm",
    splitting: true,
    chunkNames: "part-[hash]",
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { CHART_CLASS: JSON.stringify(chartClass) },
    outdir: join(folder, "app"),
  });
  const others = await bundle({
    ...common,
    entryPoints: ["src/first.ts", "src/styles/page.css", "src/icon.svg"],
    loader: { ".svg": "copy" },
    format: "iife",
    outbase: "src",
    entryNames: "[name]-[hash]",
    outdir: join(folder, "app"),
  });
  const names = { ...entries(modules.metafile), ...entries(others.metafile) };
  writeFileSync(join(folder, "index.html"), readFileSync("src/index.html", "utf8").replace(/\{\{(.+?)\}\}/g, (_, source) => {
    if (!names[source]) throw new Error(`index.html names ${source}, which is not built.`);
    return `app/${names[source]}`;
  }));
  writeFileSync(join(folder, "csp.txt"), policy());
}

function entries(metafile) {
  return Object.fromEntries(Object.entries(metafile.outputs)
    .filter(([, output]) => output.entryPoint)
    .map(([path, output]) => [output.entryPoint.replace("src/", ""), basename(path)]));
}

function policy() {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' '${chartStyleHash()}'`,
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

// Read from the library as it is installed, so that an update cannot leave the policy behind.
function chartStyleHash() {
  const source = readFileSync("node_modules/@observablehq/plot/src/plot.js", "utf8");
  const style = /append\("style"\)\.text\(\s*`([^`]*)`/.exec(source)?.[1];
  if (!style) throw new Error("The chart library no longer brings a style element along as it did: see how it is styled now.");
  const text = style.replaceAll("${className}", chartClass);
  if (text.includes("${")) throw new Error("The chart library's style depends on more than its class.");
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
