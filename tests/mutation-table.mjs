// Prints what became of the changes in each room that was tried, and in all: node mutation-table.mjs REPORT [survivors]
import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";

const [report, wanted] = process.argv.slice(2);
const columns = ["Killed", "Timeout", "Survived", "NoCoverage"];
const mutants = Object.entries(JSON.parse(readFileSync(report)).files).flatMap(([path, { source, mutants }]) =>
  mutants
    .filter(({ status }) => columns.includes(status))
    .map((mutant) => ({ ...mutant, room: basename(dirname(path)), file: basename(path), text: source.split("\n") })),
);

const line = (name, some) => {
  const [killed, timeout, survived, uncovered] = columns.map((column) => some.filter(({ status }) => status === column).length);
  const covered = killed + timeout + survived;
  const share = (of) => (of === 0 ? "–" : `${((100 * (killed + timeout)) / of).toFixed(1)} %`);
  return `| ${[name, killed, timeout, survived, uncovered, share(covered), share(covered + uncovered)].join(" | ")} |`;
};

console.log("| room | killed | timeout | survived | not covered | of covered | of all |");
console.log("|---|---|---|---|---|---|---|");
for (const room of [...new Set(mutants.map(({ room }) => room))].sort()) {
  console.log(line(room, mutants.filter((mutant) => mutant.room === room)));
}
console.log(line("all", mutants));

if (wanted === "survivors") {
  for (const { room, file, text, status, mutatorName, replacement, location: { start, end } } of mutants) {
    if (status === "Survived" || status === "NoCoverage") {
      const first = text[start.line - 1];
      const was = start.line === end.line ? first.slice(start.column - 1, end.column - 1) : `${first.trim()} …`;
      console.log(`${room} ${file}:${start.line}:${start.column} ${status} ${mutatorName}: ${was} → ${replacement.replace(/\s+/g, " ").slice(0, 140)}`);
    }
  }
}
