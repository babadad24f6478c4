import type { Config } from "../config/schema.ts";
import type { Language } from "../messages/messages.ts";
import { type WayTexts, wayTexts } from "../messages/ways.ts";
import { BROWSERS, type Desk, type Judgement, judge, type Verdict } from "../ways/judge.ts";
import { lookAtSite } from "../ways/look-at-site.ts";
import type { NotSeen, SeenSite } from "../ways/seen-site.ts";
import { spaceOf } from "../ways/seen-site.ts";
import type { Finding } from "./checks/check.ts";

/** What `titian doctor --url` has found out: as data for programs, as findings for people. */
export interface WaysReport {
  readonly url: string;
  readonly site: SeenSite | { readonly notSeen: NotSeen };
  readonly ways: Judgement;
  readonly findings: readonly Finding[];
}

type Settings = Pick<Config, "server" | "proxy">;

/** What holds where no titian.toml says otherwise. */
export const UNSAID: Settings = {
  server: { port: 9700 },
  proxy: { enabled: false, aliases: [], cdn: true },
};

/** Which of the four ways in work for the INLISLite at this address, and what to do about those that do not. */
export async function doctorUrl(
  url: URL,
  { config, language }: { readonly config: Settings; readonly language: Language },
  signal: AbortSignal,
): Promise<WaysReport> {
  const seen = await lookAtSite(url, signal);
  const site = typeof seen === "string" ? undefined : seen;
  const desk = deskOf(config);
  const ways = judge(site, desk);
  const text = wayTexts(language);
  const place = { origin: site?.origin ?? url.origin, url: site?.url ?? url.href, port: desk.port };
  const findings = [
    ...(typeof seen === "string" ? [notSeenFinding(url, seen, text)] : siteFindings(seen, text)),
    ...ways.verdicts.map((verdict) => wayFinding(verdict, text, place)),
    ...(site ? [cameraFinding(ways, text)] : []),
    recommendation(ways, text),
  ];
  return { url: url.href, site: typeof seen === "string" ? { notSeen: seen } : seen, ways, findings };
}

function deskOf({ server, proxy }: Settings): Desk {
  const { enabled, url, ca, fingerprint } = proxy;
  return {
    port: server.port,
    proxied: enabled && url !== undefined ? new URL(url).origin : undefined,
    proxyTrusts: ca !== undefined || fingerprint !== undefined,
  };
}

const notSeenFinding = ({ href }: URL, reason: NotSeen, text: WayTexts): Finding => ({
  check: "url",
  outcome: "fail",
  what: `${href}: ${text.notSeen[reason]}`,
  mend: text.notSeenMend,
});

function siteFindings(site: SeenSite, text: WayTexts): readonly Finding[] {
  const { version, status, url, addresses, headers } = site;
  const { contentPolicies, frameOptions, permissionsPolicy, openerPolicy } = headers;
  const what = `${url}: ${text.version(version, status)}`;
  const shown = (name: string, value: string | undefined): string => `${name} ${value ?? text.none}`;
  return [
    version
      ? { check: "url", outcome: "ok", what }
      : { check: "url", outcome: "warn", what, mend: text.versionMend },
    {
      check: "address",
      outcome: spaceOf(site) === "public" ? "warn" : "ok",
      what: addresses.map(({ address, space }) => `${address} (${text.spaces[space]})`).join(", "),
    },
    {
      check: "headers",
      outcome: "ok",
      what: [
        shown("CSP", contentPolicies.length > 0 ? contentPolicies.join(", ") : undefined),
        shown("X-Frame-Options", frameOptions),
        shown("Permissions-Policy", permissionsPolicy),
        shown("COOP", openerPolicy),
      ].join(" · "),
    },
  ];
}

function wayFinding(
  { way, works, reasons }: Verdict,
  text: WayTexts,
  place: Parameters<WayTexts["reasons"]["proxy-off"]["mend"]>[0],
): Finding {
  const isReady = BROWSERS.every((browser) => works[browser] === "yes" || works[browser] === "click");
  const verdicts = BROWSERS.map((browser) => `${text.browsers[browser]}: ${text.works[works[browser]]}`);
  const isSame = works.chromium === works.firefox;
  const why = reasons.map((reason) => text.reasons[reason].what);
  const mends = new Set(reasons.map((reason) => text.reasons[reason].mend(place)));
  return {
    check: text.ways[way],
    outcome: isReady ? "ok" : "warn",
    what: [isSame ? text.works[works.chromium] : verdicts.join(" · "), ...why].join("; "),
    ...(mends.size > 0 && { mend: [...mends].join(" ") }),
  };
}

const cameraFinding = ({ hasPageCamera }: Judgement, text: WayTexts): Finding =>
  hasPageCamera
    ? { check: "camera", outcome: "ok", what: text.camera.yes }
    : { check: "camera", outcome: "ok", what: text.camera.no, mend: text.cameraMend };

const recommendation = ({ recommended }: Judgement, text: WayTexts): Finding => ({
  check: "titian",
  outcome: "ok",
  what: text.recommended(text.ways[recommended]),
  mend: text.recommendedMend,
});
