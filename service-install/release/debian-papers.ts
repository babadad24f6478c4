import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { runTool } from "./run-tool.ts";

const DOC = "usr/share/doc/titian";
const MAN = "usr/share/man/man1";

interface Papers {
  /** Of the package, with the program in it at `home`. */
  readonly tree: string;
  /** `/usr/lib/titian`. */
  readonly home: string;
  readonly version: string;
}

/** What an administrator looks for where Debian has it: licence, changes, handbook, `man titian`. */
export function addPapers({ tree, home, version }: Papers): void {
  const doc = path.join(tree, DOC);
  mkdirSync(doc, { recursive: true });
  mkdirSync(path.join(tree, MAN), { recursive: true });
  const inside = (name: string): string => path.join(tree, home, name);
  writeFileSync(path.join(doc, "copyright"), copyright(readFileSync(inside("LICENSE"), "utf8"), home));
  pack(path.join(doc, "changelog"), readFileSync(inside("CHANGELOG.md"), "utf8"));
  const help = runTool(process.execPath, [
    "--disable-warning=ExperimentalWarning",
    "src/bridge/main.ts",
    "help",
  ]);
  pack(path.join(tree, MAN, "titian.1"), manPage(help, version));
}

/** After the times of all files were set: a link has none that counts. */
export function linkPapers({ tree, home }: Pick<Papers, "tree" | "home">): void {
  for (const name of ["LICENCES.txt", "bom.json", "docs"])
    if (existsSync(path.join(tree, home, name)))
      symlinkSync(path.join(home, name), path.join(tree, DOC, name));
}

/** Of every file but those about the package itself, as `dpkg --verify` compares them. */
export function checksumsOf(tree: string): string {
  const lines = filesIn(tree, "").map((file) => {
    const sum = createHash("md5")
      .update(readFileSync(path.join(tree, file)))
      .digest("hex");
    return `${sum}  ${file}`;
  });
  return `${lines.join("\n")}\n`;
}

function filesIn(tree: string, folder: string): readonly string[] {
  return readdirSync(path.join(tree, folder), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) return name === "DEBIAN" ? [] : filesIn(tree, name);
      return entry.isFile() ? [name] : [];
    });
}

/** Under the same name with `.gz` behind it; the archive remembers no time. */
function pack(file: string, text: string): void {
  writeFileSync(file, text);
  runTool("gzip", ["-9", "--no-name", file]);
}

const copyright = (licence: string, home: string): string =>
  `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: titian
Comment: The parts that come with it keep their own licences: ${home}/LICENCES.txt
 lists each with its text, and ${home}/bom.json with its version.

Files: *
Copyright: 2026 The Titian authors
License: MIT
${licence
  .trim()
  .split("\n")
  .map((line) => ` ${line.trim() === "" ? "." : line}`)
  .join("\n")}
`;

/** `titian help` as it stands, under the headings that `man` and `apropos` want. */
const manPage = (help: string, version: string): string => {
  const [title = "", ...rest] = help.trim().split("\n");
  return `.TH TITIAN 1 "" "Titian ${version}" "Titian"
.SH NAME
titian \\- ${title.replace(/^titian: /, "")}
.SH SYNOPSIS
.B titian
.I command
.RI [ options ]
.SH COMMANDS
.nf
${rest.map(asRoff).join("\n").replace(/^\n+/, "")}
.fi
.SH FILES
.TP
.I /etc/titian/titian.toml
the settings of this desk; what the wizard wrote lies in /var/lib/titian until an administrator puts one here
.TP
.I /var/lib/titian
records, photos, backups and versions that came as updates
.TP
.I /usr/share/doc/titian/docs
the handbooks for the desk and for technicians
.SH SEE ALSO
.BR systemctl (1),
.BR journalctl (1)
`;
};

/** A line that begins with a point or a quote is not a request of roff's. */
const asRoff = (line: string): string =>
  line.replaceAll("\\", "\\e").replaceAll("-", "\\-").replace(/^[.']/, "\\&$&");
