import type { Check } from "./check.ts";

const WANTED = 24;

/** node:sqlite and type stripping need the Node that Titian brings. */
export const runtime: Check = {
  name: "node",
  async run({ language }) {
    const { node } = process.versions;
    if (Number.parseInt(node, 10) >= WANTED) return [{ check: "node", outcome: "ok", what: `Node ${node}` }];
    const mend = {
      id: "Jalankan Titian lewat npm atau pemasangnya, yang membawa Node sendiri.",
      en: "Start Titian through npm or its installer, which bring their own Node.",
    };
    return [{ check: "node", outcome: "fail", what: `Node ${node}`, mend: mend[language] }];
  },
};
