// Installs what the lock file names, checks the types and builds the page: node make.mjs FOLDER
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

const [folder] = process.argv.slice(2);
if (!folder) fail("usage: node make.mjs FOLDER");

const making = ".making";
await take();
try {
  install();
  run("node_modules/typescript/bin/tsc", "--noEmit");
  const { build } = await import("./build.mjs");
  await build(folder);
} finally {
  rmSync(making, { force: true });
}

// Two projects may be built at a time, and share what is installed.
async function take() {
  for (;;) {
    try {
      const file = openSync(making, "wx");
      writeSync(file, `${process.pid}`);
      return closeSync(file);
    } catch (taken) {
      if (taken.code !== "EEXIST") throw taken;
    }
    if (isAbandoned()) rmSync(making, { force: true });
    await wait(100);
  }
}

// An empty file is one whose maker is about to write its number; older ones were left by a process that was killed.
function isAbandoned() {
  try {
    const maker = Number(readFileSync(making, "utf8"));
    if (!maker) return Date.now() - statSync(making).mtimeMs > 5000;
    process.kill(maker, 0);
    return false;
  } catch (gone) {
    return gone.code === "ESRCH";
  }
}

function install() {
  const installed = "node_modules/.package-lock.json";
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync("package-lock.json").mtimeMs) return;
  const npm = spawnSync("npm ci --no-audit --no-fund", { shell: true, encoding: "utf8" });
  if (npm.status !== 0) fail(`The page's packages could not be installed.\n${npm.stdout}${npm.stderr}`);
  utimesSync(installed, new Date(), new Date());
}

function run(...command) {
  const { status, stdout } = spawnSync(process.execPath, command, { encoding: "utf8" });
  if (status !== 0) fail(stdout);
}

function fail(reason) {
  console.error(reason);
  rmSync(making, { force: true });
  process.exit(1);
}
