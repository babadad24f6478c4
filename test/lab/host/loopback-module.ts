import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dependenciesOf, madeOnce, run, unpackPackage } from "./debian-archive.ts";
import type { Kernel } from "./kernel.ts";

const MODULE = "v4l2loopback.ko";

/** Debian's v4l2loopback, compiled for the guest's kernel without DKMS and without installing its headers. */
export function loopbackModule(cache: string, { release }: Kernel): string {
  const folder = madeOnce(path.join(cache, `loopback-${release}`), (draft) => {
    const headers = `linux-headers-${release}`;
    const wanted = [headers, ...dependenciesOf(headers).filter((name) => name.startsWith("linux-"))];
    for (const name of [...wanted, "v4l2loopback-dkms"]) unpackPackage(name, draft);
    const sources = path.join(draft, "usr/src");
    settle(path.join(sources, headers, "Makefile"), draft);
    settle(path.join(sources, headers.replace(/-amd64$/, "-common"), "Makefile"), draft);
    const module = readdirSync(sources).find((name) => name.startsWith("v4l2loopback-"));
    if (!module) throw new Error("v4l2loopback-dkms brought no source");
    const place = path.join(sources, module);
    run("make", ["-s", "-C", path.join(sources, headers), `M=${place}`, "CC=gcc-12", "modules"]);
    copyFileSync(path.join(place, MODULE), path.join(draft, MODULE));
  });
  return path.join(folder, MODULE);
}

/** The headers of Debian name each other by absolute paths. */
function settle(makefile: string, root: string): void {
  const text = readFileSync(makefile, "utf8");
  writeFileSync(makefile, text.replaceAll(/(?<![\w./])\/usr\/(src|lib)\//g, `${root}/usr/$1/`));
}
