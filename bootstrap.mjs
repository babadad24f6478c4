// Makes a fresh clone runnable: installs the locked packages when they are missing or stale, then hands over to npm
// scripts. Plain JavaScript without dependencies, because it runs on the host's own Node before anything is installed.
//
//   node bootstrap.mjs <script>... -- [arguments of the last script]
//
// The work itself happens in a second script on purpose: the shell of the first one has already resolved `node` to the
// host's, and would stay there although the install has just brought Node 24 into node_modules/.bin.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = 20;
const root = path.dirname(fileURLToPath(import.meta.url));

/** The packages of a lockfile by folder, or undefined where there is none or it is half written. */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** True when node_modules holds exactly what the lockfile says. Optional packages of other platforms may be absent. */
function isInstalled() {
  const wanted = lockedPackages("package-lock.json");
  const present = lockedPackages("node_modules/.package-lock.json");
  if (!wanted || !present) return false;
  const runtime = `node_modules/node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  return Object.entries(wanted).every(([folder, { version, optional, devOptional }]) => {
    if (folder === "") return true;
    const mayBeAbsent = (optional || devOptional) && folder !== runtime;
    return present[folder] ? present[folder].version === version : mayBeAbsent;
  });
}

/** npm's own JavaScript, so that no shell and no npm.cmd is needed to start it. */
function findNpm() {
  const besideNode = path.dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    path.join(besideNode, "node_modules", "npm", "bin", "npm-cli.js"),
    path.join(besideNode, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    "/usr/share/nodejs/npm/bin/npm-cli.js",
  ];
  return candidates.find((file) => file && /npm-cli\.[cm]?js$/.test(file) && existsSync(file));
}

/**
 * Resolves to how the child ended. npm starts a script through a shell that dies of a signal without telling its child;
 * so the whole family gets a process group of its own, and signals go to the group, once to each.
 */
function npm(cli, args) {
  const hasGroup = process.platform !== "win32";
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: root,
      stdio: "inherit",
      detached: hasGroup,
    });
    const passOn = (signal) => {
      if (!hasGroup) return child.kill(signal);
      try {
        process.kill(-child.pid, signal);
      } catch (error) {
        if (error.code !== "ESRCH") throw error;
      }
    };
    // The outer npm has the same flaw: when it is ended, this process is left behind and finds another parent.
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid !== parent && passOn("SIGTERM"), 500);
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, passOn);
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      clearInterval(watch);
      for (const name of signals) process.off(name, passOn);
      resolve({ code, signal });
    });
  });
}

function endAs({ code, signal }) {
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = code;
}

const say = (text) => process.stderr.write(`${text}\n`);

async function main() {
  const split = process.argv.indexOf("--");
  const scripts = process.argv.slice(2, split === -1 ? undefined : split);
  const extra = split === -1 ? [] : process.argv.slice(split + 1);

  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    say(`This needs Node ${OLDEST_NODE} or newer to begin with; here is ${process.versions.node}.`);
    process.exitCode = 64;
    return;
  }
  const cli = findNpm();
  if (!cli) {
    say("npm was not found. Start this through npm, for example: npm run demo");
    process.exitCode = 64;
    return;
  }

  if (!isInstalled()) {
    say("Installing the locked packages (npm ci) ...");
    const installed = await npm(cli, [
      "ci",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--fetch-retries=5",
    ]);
    if (installed.signal || installed.code !== 0) {
      say(
        "The packages could not be installed. Check the network and the registry, then run the same command again.",
      );
      endAs(installed);
      return;
    }
  }

  for (const [index, script] of scripts.entries()) {
    const args = index === scripts.length - 1 && extra.length > 0 ? ["--", ...extra] : [];
    const ended = await npm(cli, ["run", "--silent", script, ...args]);
    endAs(ended);
    if (ended.signal || ended.code !== 0) return;
  }
}

await main();
