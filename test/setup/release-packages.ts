import process from "node:process";
import { DEBIAN_PACKAGES, ensureDebianPackages } from "./debian-packages.ts";

/** `npm run release` needs one program that comes from Debian, beside dpkg-deb, which every Debian has. */
const missing = ensureDebianPackages(
  (line) => void process.stdout.write(`${line}\n`),
  DEBIAN_PACKAGES.filter(({ name }) => name === "nsis"),
);
if (missing) {
  process.stdout.write(`${missing}\n`);
  process.exitCode = 64;
}
