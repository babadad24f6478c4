import { readErasures } from "../../../store/erasures.ts";
import { readPresent } from "../../../store/present-store.ts";
import type { Check } from "./check.ts";
import { saying } from "./two-languages.ts";

/** A desk that runs obeys within a minute. */
const LATE_AFTER_MS = 60 * 60_000;

/** Whether this desk has erased what members have asked for, here or at another desk. */
export const erasures: Check = {
  name: "erasures",
  async run({ config, clock, language }) {
    const found = readPresent(config.store.folder, readErasures);
    if (found === undefined || found === "unreadable" || found.length === 0) return [];
    const { ok, fail } = saying("erasures", language);
    const now = clock.now().getTime();
    const late = found.filter(
      ({ doneBy, at }) => !doneBy.has(config.desk.id) && now - at.getTime() > LATE_AFTER_MS,
    );
    if (late.length === 0)
      return [
        ok({
          id: `${found.length} permintaan, semua dilaksanakan`,
          en: `${found.length} wishes, all obeyed`,
        }),
      ];
    return [
      fail(
        {
          id: `${late.length} dari ${found.length} permintaan hapus belum selesai di sini`,
          en: `${late.length} of ${found.length} wishes to be forgotten are not obeyed here yet`,
        },
        {
          id: "Pastikan Titian berjalan dan folder cadangan terjangkau; titian privacy erasures menyebut yang mana.",
          en: "See that Titian runs and reaches its folder of backups; titian privacy erasures says which.",
        },
      ),
    ];
  },
};
