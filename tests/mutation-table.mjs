// Prints what Stryker found in each room, and in all: node mutation-table.mjs FOLDER [survivors]
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, wanted] = process.argv.slice(2);
const columns = ["Killed", "Timeout", "Survived", "NoCoverage"];
const rooms = readdirSync(folder)
  .map((room) => ({ room, report: join(folder, room, "reports", "mutation-report.json") }))
  .filter(({ report }) => existsSync(report))
  .map(({ room, report }) => ({ room, files: Object.entries(JSON.parse(readFileSync(report)).files) }));

const count = (files) => {
  const mutants = files.flatMap(([, file]) => file.mutants);
  return columns.map((status) => mutants.filter((mutant) => mutant.status === status).length);
};

const line = (name, [killed, timeout, survived, uncovered]) => {
  const covered = killed + timeout + survived;
  const share = (of) => (of === 0 ? "–" : `${((100 * (killed + timeout)) / of).toFixed(1)} %`);
  return `| ${[name, killed, timeout, survived, uncovered, share(covered), share(covered + uncovered)].join(" | ")} |`;
};

const rows = rooms.map(({ room, files }) => ({ room, counts: count(files) }));
console.log("| room | killed | timeout | survived | not covered | of covered | of all |");
console.log("|---|---|---|---|---|---|---|");
rows.forEach(({ room, counts }) => console.log(line(room, counts)));
console.log(line("all", columns.map((_, place) => rows.reduce((sum, { counts }) => sum + counts[place], 0))));

if (wanted === "survivors") {
  for (const { room, files } of rooms) {
    for (const [path, file] of files) {
      const text = file.source.split("\n");
      for (const { status, mutatorName, replacement, location: { start, end } } of file.mutants) {
        if (status === "Survived" || status === "NoCoverage") {
          const was = start.line === end.line ? text[start.line - 1].slice(start.column - 1, end.column - 1) : `${text[start.line - 1].trim()} …`;
          console.log(`${room} ${path.split("/").pop()}:${start.line} ${status} ${mutatorName}: ${was} → ${replacement.replace(/\s+/g, " ").slice(0, 140)}`);
        }
      }
    }
  }
}
