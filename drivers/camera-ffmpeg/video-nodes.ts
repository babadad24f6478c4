import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

export interface VideoNode {
  /** `/dev/video0` */
  readonly file: string;
  /** As the kernel driver names it. */
  readonly name: string;
  /** A webcam has a second node, for the data beside its pictures. */
  readonly takesPictures: boolean;
}

/** From sysfs, without opening anything; empty on a system without cameras. */
export async function videoNodes(sysfs: string): Promise<readonly VideoNode[]> {
  const home = path.join(sysfs, "class/video4linux");
  const names = await readdir(home).catch(() => []);
  const nodes = names.filter((name) => /^video\d{1,3}$/.test(name));
  nodes.sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
  return Promise.all(
    nodes.map(async (node) => ({
      file: `/dev/${node}`,
      name: (await textOf(path.join(home, node, "name"))).slice(0, 100) || node,
      takesPictures: (await textOf(path.join(home, node, "index"))) === "0",
    })),
  );
}

/** Empty when it was pulled out meanwhile. */
const textOf = (file: string): Promise<string> =>
  readFile(file, "utf8").then(
    (text) => text.trim(),
    () => "",
  );
