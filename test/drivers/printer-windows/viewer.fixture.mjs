// Stands for a PDF program: "prints" by leaving the document where the fake spooler finds it.
import { copyFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

const [drop, file, printer, how] = process.argv.slice(2);
if (how === "fail") process.exit(3);
if (how === "hang") setInterval(() => undefined, 1_000);
else if (how !== "nothing") {
  writeFileSync(path.join(drop, "printer.txt"), printer);
  copyFileSync(file, path.join(drop, `${path.basename(file)}.part`));
  copyFileSync(file, path.join(drop, path.basename(file)));
}
