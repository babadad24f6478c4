import path from "node:path";

interface Layer {
  readonly ours: readonly string[];
  readonly packages: readonly string[] | "any";
}

const DOMAINS = ["src/devices", "src/sla", "src/inlislite", "src/cards"];

/** Shared vocabulary: constant lists and types, nothing that runs a device or reads a file. */
const SHARED_WITH_BROWSER = [
  ...["src/kernel/errors.ts", "src/kernel/types.ts", "src/kernel/operator-role.ts"],
  ...["health", "kinds", "purposes", "needs", "printer-actions", "supply-kinds"].map(
    (list) => `src/devices/${list}.ts`,
  ),
  // The protocol's enumerations are the domains' own lists: one source for type, schema and docs.
  ...[
    ...["src/sla/case-event.ts", "src/sla/standard.ts", "src/sla/import/imported.ts"],
    ...["src/sla/draft-problem.ts", "src/sla/standard-change.ts", "src/sla/calendar-kinds.ts"],
    ...["src/sla/survey/questionnaire.ts", "src/sla/survey/survey-index.ts"],
    "src/sla/complaint.ts",
    "src/cards/print-job.ts",
    "src/cards/queue-pause.ts",
    "src/inlislite/member.ts",
  ],
  ...["src/cards/finishing/places.ts", "src/cards/stock/stock-items.ts"],
  ...["src/cards/batch/print-batch.ts", "src/cards/batch/row-trouble.ts", "src/cards/sheets/sheet-layout.ts"],
  ...["src/cards/photo-look.ts", "src/cards/picture-size.ts"],
  "src/cards/hand-over.ts",
  ...["src/inlislite/sync/member-change.ts", "src/inlislite/sync/mirror.ts"],
  // A template's own schema: the designer draws what it says.
  ...["src/cards/template.ts", "src/cards/geometry.ts", "src/cards/design-flaws.ts"],
];

/** Who may import what; the longest matching path decides the layer. Explained in docs/ARCHITECTURE.md. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  "src/kernel": { ours: [], packages: ["node:events", "node:timers", "typebox"] },
  "src/devices": { ours: ["src/kernel"], packages: ["node:events", "typebox"] },
  "src/sla": { ours: ["src/kernel"], packages: [] },
  // node:events: the daemon outlives its server, and says so when it goes and comes back.
  "src/inlislite": { ours: ["src/kernel"], packages: ["node:events"] },
  "src/inlislite/mysql": { ours: ["src/kernel", "src/inlislite"], packages: ["knex", "mysql2"] },
  // The demonstration's adapter: the same port as mysql/, served from a file with the same rows, spelt once.
  "src/inlislite/embedded": {
    ours: [
      ...["src/kernel", "src/inlislite", "src/inlislite/mysql/rows.ts"],
      "src/inlislite/mysql/mirrored-row.ts",
    ],
    // node:crypto: its rows have checksums, as a server's have.
    packages: ["node:sqlite", "node:fs", "node:path", "node:crypto"],
  },
  // node:crypto names a rendered card by its hash; node:events tells of a job's states.
  "src/cards": { ours: ["src/kernel"], packages: ["typebox", "node:crypto", "node:events"] },
  "src/cards/rendering": {
    ours: ["src/kernel", "src/cards"],
    packages: [
      ...["@napi-rs/canvas", "bwip-js", "zxing-wasm", "@cantoo/pdf-lib"],
      // Drawing 1016 × 648 px stays off the daemon's event loop; fonts and the decoder are files of installed packages.
      ...["node:worker_threads", "node:module", "node:url", "node:fs", "node:path", "node:util", "node:zlib"],
    ],
  },
  "src/store": {
    ours: ["src/kernel", ...DOMAINS],
    // typebox checks an event before it is written; node:crypto keys members and encrypts photos and signatures.
    packages: [...["node:sqlite", "node:fs", "node:path"], ...["typebox", "node:crypto", "node:events"]],
  },
  "src/bridge/protocol": { ours: SHARED_WITH_BROWSER, packages: ["typebox"] },
  "src/bridge/client": { ours: ["src/bridge/protocol"], packages: [] },
  "src/bridge": {
    ours: [
      ...["src/kernel", ...DOMAINS, "src/inlislite/mysql", "src/inlislite/embedded", "src/cards/rendering"],
      ...["src/store", "src/bridge/protocol", "src/bridge/client", "drivers/index.ts"],
      // Who may start next is written by the daemon and read by the launcher: one file, one reading of it.
      "service-install/versions",
    ],
    packages: "any",
  },
  "drivers/index.ts": { ours: ["drivers", "src/devices/index.ts"], packages: [] },
  drivers: {
    ours: ["src/kernel", "src/devices/index.ts", "drivers/winspool", "drivers/escpos"],
    packages: "any",
  },
  // Windows' print spooler in one place, for the drivers that print through it; it is no driver itself.
  "drivers/winspool": { ours: ["src/kernel", "src/devices/index.ts"], packages: ["koffi"] },
  // The language of receipt printers, for the driver that speaks it and the simulator that reads it back.
  "drivers/escpos": {
    ours: ["src/kernel", "src/devices/index.ts"],
    packages: ["@point-of-sale/receipt-printer-encoder"],
  },
  web: {
    // What a standard leaves open is said in the same words on the page and on paper.
    ours: [
      ...["src/bridge/protocol", "src/bridge/client"],
      ...["src/bridge/messages/id-doubts.ts", "src/bridge/messages/en-doubts.ts"],
    ],
    packages: ["preact", "@preact/signals", "uplot"],
  },
  // The model alone, at build time: no code of the package gets into the script.
  "web/photo/face/face-script.ts": { ours: ["web"], packages: ["@vladmandic/face-api/model"] },
  // Runs in Node while building, never in a browser.
  "web/vite.config.ts": { ours: [], packages: ["vite", "esbuild", "node:url", "node:path"] },
  "web/build-cdn.ts": {
    ours: ["web/cdn/libraries.ts"],
    packages: ["node:crypto", "node:fs", "node:path", "node:url"],
  },
  "web/build-client.ts": { ours: [], packages: ["esbuild", "node:url", "node:fs/promises"] },
  // Builds what is installed; it runs where the sources are, and is no part of it.
  "service-install/release": {
    ours: ["service-install/versions", "service-install/unit.ts"],
    packages: [
      "esbuild",
      ...[
        "node:child_process",
        "node:crypto",
        "node:fs",
        "node:module",
        "node:os",
        "node:path",
        "node:process",
        "node:util",
      ],
    ],
  },
  // The launcher and what it shares with the daemon: it has to work with a version that cannot even be loaded.
  "service-install/versions": {
    ours: [],
    packages: ["node:child_process", "node:crypto", "node:fs", "node:path", "node:process"],
  },
  // Speaks with Windows' service manager; everything else of the installer runs where no machine code does.
  "service-install/windows/service-dispatcher.ts": { ours: [], packages: ["koffi"] },
  "service-install": {
    ours: ["service-install/versions", "service-install/windows/service-dispatcher.ts"],
    packages: [
      ...["node:child_process", "node:fs", "node:os", "node:path", "node:process", "node:url", "node:util"],
      // The supervisor of Windows: its pipe, the daemon's lines, its pauses.
      ...["node:net", "node:readline", "node:stream", "node:timers"],
    ],
  },
};

const isInside = (name: string, folder: string): boolean => name === folder || name.startsWith(`${folder}/`);

function layerOf(file: string): string {
  const names = Object.keys(LAYERS).filter((name) => isInside(file, name));
  return names.sort((a, b) => b.length - a.length)[0] ?? "";
}

/** A driver is an island: drivers/a never sees drivers/b. */
const homeOf = (file: string): string =>
  layerOf(file) === "drivers" ? file.split("/").slice(0, 2).join("/") : layerOf(file);

/** Modules that `file` imports and its layer does not allow. `file` is relative to the root, with `/`. */
export function strayImports(file: string, source: string): readonly string[] {
  const layer = LAYERS[layerOf(file)];
  if (!layer) return [`${file} belongs to no layer`];

  const specifiers = Array.from(
    // `design.import` is a command.
    source.matchAll(/(?<!\.)(?:from|import)\s*\(?\s*"([^"]+)"/g),
    (match) => match[1] ?? "",
  );
  return specifiers.filter((specifier) => {
    if (!specifier.startsWith(".")) {
      return layer.packages !== "any" && !layer.packages.some((name) => isInside(specifier, name));
    }
    const target = path.posix.join(path.posix.dirname(file), specifier);
    const allowed = layer.ours.includes(target) || layer.ours.includes(layerOf(target));
    return !allowed && homeOf(target) !== homeOf(file);
  });
}
