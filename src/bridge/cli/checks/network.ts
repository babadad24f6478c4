import { createConnection } from "node:net";
import { networkInterfaces } from "node:os";
import type { Check, CheckSurroundings, Finding } from "./check.ts";
import { same, saying } from "./two-languages.ts";

const ANSWER_WITHIN_MS = 5_000;
const CUPS_PORT = 631;

/** What Titian reaches over the network besides databases and mail, as far as it is configured: INLISLite's site, the print server, the kiosk's own address. */
export const network: Check = {
  name: "network",
  async run(surroundings, signal) {
    return [
      ...(await siteFindings(surroundings, signal)),
      ...(await cupsFindings(surroundings)),
      ...kioskFindings(surroundings),
    ];
  },
};

async function siteFindings(
  { config, language }: CheckSurroundings,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const { enabled, url } = config.proxy;
  if (!enabled || url === undefined) return [];
  const { ok, fail } = saying("proxy", language);
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
    const { status } = await fetch(url, { method: "HEAD", redirect: "manual", signal: within });
    return [ok(same(`${url}: ${status}`))];
  } catch (error) {
    const { code = "?" } = ((error as Error).cause ?? error) as { readonly code?: string | number };
    const mend = {
      id: "Buka alamat itu di peramban PC ini. Bila tidak terbuka, periksa jaringan dan server; bila terbuka, betulkan proxy.url atau proxy.ca.",
      en: "Open that address in this PC's browser. If it does not open, check network and server; if it does, correct proxy.url or proxy.ca.",
    };
    return [fail(same(`${url}: ${code}`), mend)];
  }
}

async function cupsFindings({ config, language }: CheckSurroundings): Promise<readonly Finding[]> {
  const isUsed = config.devices.some(({ options }) =>
    /^ipps?:\/\/(localhost|127\.0\.0\.1)[:/]/.test(String(options["uri"] ?? "")),
  );
  if (!isUsed) return [];
  const { ok, fail } = saying("cups", language);
  if (await answers(CUPS_PORT)) return [ok(same(`127.0.0.1:${CUPS_PORT}`))];
  const mend = {
    id: "Nyalakan layanan cetak: systemctl enable --now cups",
    en: "Start the print service: systemctl enable --now cups",
  };
  return [
    fail({ id: "layanan cetak (CUPS) tidak menjawab", en: "the print service (CUPS) does not answer" }, mend),
  ];
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1", timeout: ANSWER_WITHIN_MS });
    const end = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
}

function kioskFindings({ config, language }: CheckSurroundings): readonly Finding[] {
  const { kiosk, address = "", port } = config.survey;
  if (!kiosk) return [];
  const { ok, fail } = saying("kiosk", language);
  const own = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map((one) => one.address));
  if (own.includes(address)) return [ok(same(`${address}:${port}`))];
  const mend = {
    id: `Tulis alamat PC ini di survey.address (${own.filter((one) => one.includes(".")).join(", ")}), dan minta alamat tetap kepada pengelola jaringan.`,
    en: `Write this PC's address into survey.address (${own.filter((one) => one.includes(".")).join(", ")}), and ask the network's administrator for a fixed one.`,
  };
  return [fail({ id: `${address} bukan alamat PC ini`, en: `${address} is not this PC's address` }, mend)];
}
