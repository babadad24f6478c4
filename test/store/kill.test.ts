import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import type { VaultId } from "../../src/kernel/types.ts";
import type { Store } from "../../src/store/store.ts";
import { codeOf, openTestStore, temporaryFolder } from "./test-store.ts";

const ROUNDS = 8;
const CHILD = fileURLToPath(new URL("./append-until-killed.ts", import.meta.url));

interface Acknowledged {
  seq: number;
  readonly files: Map<VaultId, string>;
}

function start(folder: string): ChildProcess {
  const argv = ["--disable-warning=ExperimentalWarning", CHILD, folder];
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** Reads what the child acknowledged, kills it after `lines` of them, and reads the rest that it had said by then. */
async function appendAndKill(folder: string, lines: number, acknowledged: Acknowledged): Promise<void> {
  const child = start(folder);
  const exited = once(child, "exit");
  let heard = 0;
  for await (const line of createInterface({ input: child.stdout! })) {
    const [what, value, sha256] = line.split(" ");
    if (what === "seq") acknowledged.seq = Number(value);
    if (what === "vault") acknowledged.files.set(value as VaultId, sha256!);
    if (++heard === lines) child.kill("SIGKILL");
  }
  expect((await exited)[1]).toBe("SIGKILL");
}

function expectNothingLost(store: Store, acknowledged: Acknowledged): void {
  const seqs = Array.from(store.events.readAll(), ({ seq }) => seq);
  expect(seqs).toEqual(Array.from(seqs, (_, index) => index + 1));
  expect(seqs.length).toBeGreaterThanOrEqual(acknowledged.seq);
  // A batch of at most four may have been committed and not yet told.
  expect(seqs.length).toBeLessThanOrEqual(acknowledged.seq + 4);
  for (const [id, sha256] of acknowledged.files) {
    expect(createHash("sha256").update(store.vault.get(id)).digest("hex")).toBe(sha256);
  }
}

describe("a process of its own", () => {
  it("loses nothing it has acknowledged to SIGKILL, leaves no gap and no lock, round after round", async () => {
    const folder = temporaryFolder();
    const acknowledged: Acknowledged = { seq: 0, files: new Map() };
    for (let round = 0; round < ROUNDS; round++) {
      await appendAndKill(folder, 2 + Math.floor(Math.random() * 300), acknowledged);
      const { store } = openTestStore(folder);
      expectNothingLost(store, acknowledged);
      acknowledged.seq = store.events.lastSeq;
      store.close();
    }
    expect(acknowledged.files.size).toBeGreaterThan(0);
  }, 60_000);

  it("holds its store alone until it is killed", async () => {
    const folder = temporaryFolder();
    const child = start(folder);
    const lines = createInterface({ input: child.stdout! });
    await once(lines, "line");
    expect(codeOf(() => openTestStore(folder))).toBe("STORE_LOCKED");

    const exited = once(child, "exit");
    child.kill("SIGKILL");
    lines.resume();
    await exited;
    expect(codeOf(() => openTestStore(folder))).toBeUndefined();
  });

  it("cannot start beside another, not even after that one tried to open its own store twice", async () => {
    const { folder } = openTestStore();
    expect(codeOf(() => openTestStore(folder))).toBe("STORE_LOCKED");
    const said: string[] = [];
    for await (const line of createInterface({ input: start(folder).stdout! })) said.push(line);
    expect(said).toEqual(["error STORE_LOCKED"]);
  });
});
