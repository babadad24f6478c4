import { mkdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { makeApp } from "../service-install/release/app-folder.ts";
import { bytesIn } from "../service-install/release/bytes-in.ts";
import { LockedPackages } from "../service-install/release/locked-packages.ts";
import { platformOf } from "../service-install/release/platforms.ts";
import type { Measurement } from "./measurement.ts";
import { startToReady } from "./start-to-ready.ts";

const MB = 1_000_000;
/** On this machine its packages are what the registry would give. */
const LINUX = platformOf("linux-x64");

/** Megabytes of the folder that a desk gets, unpacked, against the Node in it. */
export const releaseSize = (): Promise<Measurement> =>
  withRelease(async (app) => ({
    ours: bytesIn(app) / MB,
    floor: statSync(path.join(app, "node")).size / MB,
    unit: "MB",
  }));

/** As `startToReady`, of the bundle that a desk gets. */
export const releaseStart = (): Promise<Measurement> =>
  withRelease((app) => startToReady(path.join(app, "lib/titian.mjs")));

async function withRelease(measure: (app: string) => Promise<Measurement>): Promise<Measurement> {
  const app = path.resolve(`node_modules/.cache/titian-bench-release-${process.pid}`);
  try {
    mkdirSync(app, { recursive: true });
    await makeApp(LINUX, new LockedPackages("."), app);
    return await measure(app);
  } finally {
    rmSync(app, { recursive: true, force: true });
  }
}
