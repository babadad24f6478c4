import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";
import type { Config } from "../../config/schema.ts";
import type { Language } from "../../messages/messages.ts";
import type { Check, Finding } from "./check.ts";
import { same, saying } from "./two-languages.ts";

const ASK_WITHIN_MS = 20_000;
/** Often installed for one person, whose session alone has them (decision 20). */
const OF_A_SESSION = ["printer-windows", "receipt-escpos", "camera-ffmpeg"];

const Status = Type.Object({
  hasTask: Type.Boolean(),
  /** One account, and not every user of the PC. */
  isForOneUser: Type.Boolean(),
  service: Type.Union([Type.String(), Type.Null()]),
  running: Type.Union([Type.Object({ state: Type.String(), restarts: Type.Number() }), Type.Null()]),
});
const status = Compile(Status);
export type ToldByWindows = Static<typeof Status>;

/** Windows: what starts Titian, whether it runs, and whether it runs where its devices are. */
export const windowsService: Check = {
  name: "service",
  async run({ config, language }, signal) {
    if (process.platform !== "win32") return [];
    const told = await askWindows(signal);
    return told ? windowsFindings(told, config, language) : [];
  },
};

/** As `titian service status` asks. Undefined where that says nothing sensible. */
async function askWindows(signal: AbortSignal): Promise<ToldByWindows | undefined> {
  const script = fileURLToPath(new URL("../../../../service-install/status.ts", import.meta.url));
  const words = ["--disable-warning=ExperimentalWarning", script, "--json"];
  const asked = promisify(execFile)(process.execPath, words, { signal, timeout: ASK_WITHIN_MS });
  const value: unknown = JSON.parse((await asked).stdout);
  return status.Check(value) ? value : undefined;
}

export function windowsFindings(
  { hasTask, isForOneUser, service, running }: ToldByWindows,
  { devices }: Pick<Config, "devices">,
  language: Language,
): readonly Finding[] {
  const { ok, warn, fail } = saying("service", language);
  if (!hasTask && service === null) return [fail(NOT_INSTALLED, same("titian service install"))];
  if (hasTask && service !== null) return [fail(BOTH, same("titian service install --mode session"))];
  const mode = hasTask ? "session" : "service";
  const state = service ?? running?.state ?? NOTHING[language];
  const isRunning = running !== null && (service === null || service === "running");
  const alone = mode === "service" ? devices.filter(({ driver }) => OF_A_SESSION.includes(driver)) : [];
  return [
    isRunning
      ? ok({ id: `${mode}, ${state}`, en: `${mode}, ${state}` })
      : fail({ id: `${mode}, ${state}`, en: `${mode}, ${state}` }, mode === "session" ? SIGN_IN : START),
    ...(alone.length === 0 ? [] : [warn(UNSEEN(alone.map(({ id }) => id).join(", ")), SEEN)]),
    ...(hasTask && !isForOneUser ? [warn(OPEN_FOLDER, CLOSE_FOLDER)] : []),
  ];
}

const NOTHING = { id: "tidak berjalan", en: "nothing runs" };
const NOT_INSTALLED = {
  id: "tidak ada yang menyalakan Titian di PC ini",
  en: "nothing starts Titian on this PC",
};
const BOTH = {
  id: "ada tugas masuk dan layanan sekaligus",
  en: "there are a logon task and a service at once",
};
const SIGN_IN = {
  id: "Buka Titian dari menu Start, atau keluar dan masuk lagi ke Windows; log ada di %ProgramData%\\Titian\\log\\service.log.",
  en: "Open Titian from the Start menu, or sign out of Windows and in again; the log is %ProgramData%\\Titian\\log\\service.log.",
};
const START = same("sc.exe start Titian && titian service logs");
const UNSEEN = (devices: string) => ({
  id: `sebagai layanan Titian mungkin tidak melihat ${devices}`,
  en: `as a service Titian may not see ${devices}`,
});
const SEEN = {
  id: "Bila perangkat itu tidak siap: titian service install --mode session, atau pasang untuk semua pengguna PC.",
  en: "If it is not ready: titian service install --mode session, or install it for all users of the PC.",
};
const OPEN_FOLDER = {
  id: "semua pengguna Windows di PC ini bisa membaca catatan Titian",
  en: "every Windows user of this PC can read Titian's records",
};
const CLOSE_FOLDER = {
  id: "Bila orang lain juga memakai PC ini, sebagai administrator: titian service install --mode session --user <akun loket>.",
  en: "If others use this PC too, as administrator: titian service install --mode session --user <the desk's account>.",
};
