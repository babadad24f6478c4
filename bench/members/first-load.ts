import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createConnection } from "mysql2";
import { type Measurement, msOf } from "../measurement.ts";
import { emptyMirror, loadInto, type ManyMembers, manyMembers } from "./many-members.ts";

const MIB = 1024 * 1024;
const FEW = 100_000;
const ROWS =
  "SELECT m.ID, m.MemberNo, m.Fullname, m.JenisAnggota_id, m.StatusAnggota_id, m.RegisterDate, m.EndDate, m.PhotoUrl, " +
  "m.UpdateDate, m.CreateBy, t.jenisanggota FROM members m LEFT JOIN jenis_anggota t ON t.id = m.JenisAnggota_id";

/** A million members into a mirror that can be searched, against the same rows streamed and thrown away. */
export async function firstLoad(): Promise<Measurement> {
  const members = await manyMembers();
  const mirror = emptyMirror();
  try {
    const floor = await msOf(() => streamed(members));
    const ours = await msOf(() => loadInto(mirror.parts(members)));
    return { ours: ours / 1_000, floor: floor / 1_000, unit: "s" };
  } finally {
    mirror.remove();
  }
}

/** The driver's own stream: nothing is kept. */
async function streamed({ place }: ManyMembers): Promise<void> {
  const { host, port, database, user, password } = place;
  const connection = createConnection({ host, port, database, user, password, dateStrings: true });
  const rows = connection.query(ROWS).stream({ highWaterMark: 1_000 });
  rows.on("data", () => undefined);
  await once(rows, "end");
  connection.destroy();
}

/** Peak over rest of a process that loads a million members, against one that loads a tenth of them. */
export async function loadMemory(): Promise<Measurement> {
  const ours = await peakOf(await manyMembers());
  const floor = await peakOf(await manyMembers(FEW));
  return { ours: ours / MIB, floor: floor / MIB, unit: "MiB" };
}

/** Bytes that one load took at its height. */
async function peakOf({ place }: ManyMembers): Promise<number> {
  const script = fileURLToPath(new URL("../servers/load-members.ts", import.meta.url));
  const argv = ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=2", "--expose-gc", script];
  const child = spawn(process.execPath, [...argv, JSON.stringify(place)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let answer = "";
  child.stdout.on("data", (chunk) => {
    answer += chunk;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`the load ended with ${code}`);
  return Number(answer);
}
