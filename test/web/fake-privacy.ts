import type { Result } from "../../src/bridge/protocol/commands.ts";
import type { ErasureForecast, PastErasure } from "../../src/bridge/protocol/privacy-commands.ts";

const nothing: ErasureForecast = {
  isUnderWay: false,
  files: 0,
  places: 0,
  mirrored: 0,
  kept: 0,
  desks: ["Loket 1"],
};

/** What the fake daemon keeps of people, and who asked to be forgotten. Everything may be set by a test. */
export class FakePrivacy {
  isAlone = false;
  record: Result<"privacy.get">["record"] = [
    {
      data: "foto 3:4 untuk kartu",
      where: "vault/ di PC loket",
      kept: "1 hari setelah layanan selesai",
      erasedBy: "Titian sendiri",
    },
    {
      data: "langkah layanan dan waktunya",
      where: "titian.sqlite di PC loket",
      kept: "tetap",
      erasedBy: "tidak dihapus",
    },
  ];
  erasures: PastErasure[] = [];
  /** Of the numbers that the desk knows anything of. */
  readonly forecasts = new Map<string, ErasureForecast>();

  view(): Result<"privacy.get"> {
    return { record: this.record, isAlone: this.isAlone, erasures: this.erasures };
  }

  foresee(memberNo: string): ErasureForecast {
    return this.forecasts.get(memberNo) ?? { ...nothing, desks: this.isAlone ? [] : nothing.desks };
  }

  erase(memberNo: string): Result<"member.erase"> {
    const { files, mirrored, kept, desks } = this.foresee(memberNo);
    const at = new Date().toISOString();
    this.erasures = [
      {
        ...{ key: "0123456789ab", at, desk: "Loket 2", by: null },
        desks: [{ title: "Loket 2", doneAt: at }, ...desks.map((title) => ({ title, doneAt: null }))],
      },
      ...this.erasures,
    ];
    this.forecasts.delete(memberNo);
    return { files, copies: 2 * files, mirrored, kept, desks };
  }
}
