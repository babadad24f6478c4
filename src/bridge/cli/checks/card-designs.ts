import { existsSync } from "node:fs";
import path from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { chosenAtAll, type DesignChoices } from "../../../cards/design-choices.ts";
import type { DesignRecord } from "../../../cards/design-records.ts";
import { TEMPLATES } from "../../../cards/templates/installed.ts";
import { libraryDesigns, type StateRow, type VersionRow } from "../../../store/library-designs.ts";
import { readPresent } from "../../../store/present-store.ts";
import { configuredTemplate } from "../../desk-template.ts";
import type { Check, CheckSurroundings, Finding } from "./check.ts";
import { saying } from "./two-languages.ts";

/** Whether every card that may be printed has a design that somebody has approved, and whose file is there. */
export const cardDesigns: Check = {
  name: "card-designs",
  async run(surroundings) {
    const { config } = surroundings;
    const found = readPresent(config.store.folder, (sql) => shelfIn(sql, config.desk.id));
    if (found === undefined || found === "unreadable") return [];
    const otherwise = configuredTemplate(config.cards)?.name ?? config.cards.template;
    const choices = found.choices ?? { default: otherwise, rules: [] };
    return findingsOf(found.records, choices, surroundings);
  },
};

function shelfIn(sql: DatabaseSync, desk: string) {
  const rows = (statement: string): unknown[] => sql.prepare(statement).all();
  const states = rows("SELECT * FROM design_states ORDER BY logical, desk") as StateRow[];
  const versions = rows("SELECT * FROM design_versions ORDER BY logical, desk") as VersionRow[];
  const row = sql.prepare("SELECT choices FROM design_choices ORDER BY logical DESC, desk LIMIT 1").get();
  return {
    records: libraryDesigns(desk, states, versions),
    choices: row && (JSON.parse(String(row["choices"])) as DesignChoices),
  };
}

function findingsOf(
  records: readonly DesignRecord[],
  choices: DesignChoices,
  { config, language }: CheckSurroundings,
): readonly Finding[] {
  const { ok, warn, fail } = saying("card-designs", language);
  const chosen = [...chosenAtAll(choices)];
  const troubles = chosen.flatMap((name) => {
    const record = records.find((one) => one.name === name);
    if (!record && TEMPLATES.some((template) => template.name === name)) return [];
    const approved = record?.versions.find(({ version }) => version === record.approved);
    if (!approved) return [fail({ id: `${name} belum disetujui`, en: `${name} is not approved` }, APPROVE)];
    const file = path.join(config.store.folder, "designs", `${approved.sha256}.json`);
    return existsSync(file)
      ? []
      : [fail({ id: `berkas ${name} tidak ada`, en: `the file of ${name} is missing` }, SAVE_AGAIN)];
  });
  const drafts = records.filter(
    ({ versions, approved, isWithdrawn }) =>
      !isWithdrawn && (versions.at(-1)?.version ?? 0) > (approved ?? 0),
  );
  const names = drafts.map(({ name }) => name).join(", ");
  const waiting =
    drafts.length === 0
      ? []
      : [
          warn(
            { id: `${names}: versi terbaru belum disetujui`, en: `${names}: the newest is not approved` },
            APPROVE,
          ),
        ];
  const used = chosen.join(", ");
  return troubles.length > 0
    ? troubles
    : [ok({ id: `kartu memakai ${used}`, en: `cards get ${used}` }), ...waiting];
}

const APPROVE = {
  id: "Periksa dan setujui di halaman Desain kartu, atau pilih desain lain di sana.",
  en: "Check and approve it on the page Card designs, or choose another design there.",
};
const SAVE_AGAIN = {
  id: "Simpan lagi desain itu di halaman Desain kartu, atau pulihkan cadangan: titian restore --newest.",
  en: "Save that design again on the page Card designs, or restore a backup: titian restore --newest.",
};
