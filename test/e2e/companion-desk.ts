import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import type { Config } from "../../src/bridge/config/schema.ts";
import type { InlisliteVersion } from "../../src/inlislite/member.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { complaintsOf } from "../harness/chromium.ts";
import type { MariaDb } from "../harness/mariadb.ts";
import { elsewhere, startPlainChromium } from "../harness/plain-chromium.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";
import { STAFF_PASSWORD, type Staff } from "../stand-in/staff.ts";
import { type StandIn, type StandInOptions, startStandIn } from "../stand-in/start-stand-in.ts";

/** Under the load of a whole test run everything takes its time. */
export const PATIENCE_MS = 60_000;

/** How the officer's browser gets to INLISLite, and the page to the daemon. */
export type Way =
  /** INLISLite on this very PC, with the script tag. */
  | "loopback"
  /** `http://inlis.sim`, a machine of the library's network, with the script tag. */
  | "lan"
  /** The same name, a machine on the internet. */
  | "public"
  /** `http://inlis.localhost`: INLISLite through Titian, nothing edited. */
  | "proxy";

/** Reading the page's own noise: the internet is not there, and INLISLite complains of itself. */
const OWN_NOISE = [/ERR_NAME_NOT_RESOLVED/, /getUserMedia/, /favicon|404 \(Not Found\)/];

/** What a page complains of beyond the noise of INLISLite itself. */
export const foreign = (complaints: readonly string[]): readonly string[] =>
  complaints.filter((complaint) => !OWN_NOISE.some((own) => own.test(complaint)));

export interface CompanionDesk extends AsyncDisposable {
  readonly bridge: TestBridge;
  readonly site: StandIn;
  readonly page: Page;
  /** Where the officer's browser has INLISLite, without a slash at the end. */
  readonly base: string;
  /** Errors that INLISLite's page has seen, from whomever. */
  readonly complaints: readonly string[];
  part(name: string): Locator;
  /** A page of INLISLite by its path below the site's folder, once the companion is on it. */
  open(path: string, page?: Page): Promise<void>;
  /** Opens the panel, takes the picture that the daemon's camera shows, and uses it as it is framed. */
  takePhoto(page?: Page): Promise<void>;
  /** Another officer's tab, with its own cookies. */
  logIn(staff: Staff): Promise<Page>;
  /** The operator allows this page's origin, in the console. */
  approve(page?: Page): Promise<void>;
  rows<Row>(sql: string): Promise<readonly Row[]>;
}

interface CompanionDeskOptions {
  readonly version: InlisliteVersion;
  readonly way: Way;
  readonly mariaDb: MariaDb;
  readonly site?: Partial<StandInOptions>;
  readonly config?: (config: Config) => Config;
  /** Time passes for the daemon where the test says so. */
  readonly clock?: Clock;
}

const LAN_NAME = "inlis.sim";

/** The real daemon on real MariaDB, a stand-in INLISLite on the same tables, and an officer who is logged in. */
export async function companionDesk(options: CompanionDeskOptions): Promise<CompanionDesk> {
  const { version, way, mariaDb } = options;
  const library = await mariaDb.createInlislite(version);
  const isElsewhere = way === "lan" || way === "public";
  const site = await startStandIn({
    ...{ version, mariaDb, database: library.database },
    ...(isElsewhere ? { hostName: LAN_NAME } : {}),
    ...options.site,
  });

  const secrets = mkdtempSync(path.join(os.tmpdir(), "titian-secret-"));
  const passwordFile = path.join(secrets, "password");
  writeFileSync(passwordFile, library.password, { mode: 0o600 });
  const bridge = await startBridge({
    ...(options.clock ? { clock: options.clock } : {}),
    config: (demo) => {
      const { host, port, database, user } = library;
      const config: Config = {
        ...demo,
        inlislite: { ...demo.inlislite, mode: "mysql", host, port, database, user, passwordFile },
        proxy: {
          ...demo.proxy,
          ...(way === "proxy" ? { enabled: true, url: site.base, ...trust(site) } : {}),
        },
      };
      return options.config?.(config) ?? config;
    },
  });
  await bridge.bridge.supervisor.firstAttempts();

  const base = way === "proxy" ? site.base.replace(site.origin, proxyOrigin(bridge)) : site.base;
  addCompanion(options, site, bridge);
  const chromium = await startPlainChromium([
    ...(isElsewhere ? elsewhere(LAN_NAME, site.port, way === "lan" ? "local" : "public") : []),
    ...["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
    // The stand-in's certificate is of its own making; a real library's is trusted by the browser.
    ...(isElsewhere && options.site?.tls ? ["--ignore-certificate-errors"] : []),
  ]);

  const logIn = async (staff: Staff): Promise<Page> => {
    const context = await chromium.browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    if (options.site?.prefix !== undefined && version === "3.3") {
      // In a sub-folder the product's own login form leads nowhere.
      await context.addCookies([{ ...(await site.logIn(staff)), url: base }]);
      return page;
    }
    await page.goto(`${base}${version === "3.2" ? "/site/login" : "/login"}`);
    await page.fill("[name='login'], [name='LoginForm[username]']", staff);
    await page.fill("[name='password'], [name='LoginForm[password]']", STAFF_PASSWORD);
    await page.click("button[type=submit]");
    await page.waitForURL(/\/(dashboard|site\/index)$/);
    return page;
  };
  const page = await logIn("petugas1");
  const complaints = complaintsOf(page);

  return {
    ...{ bridge, site, page, base, complaints, logIn },
    part: (name) => page.getByTestId(name),
    open: async (where, tab = page) => {
      await tab.goto(`${base}${where}`);
      await tab.getByTestId("bar").waitFor();
    },
    takePhoto: async (tab = page) => {
      for (const button of ["photo-button", "photo-take", "photo-use"]) await tab.getByTestId(button).click();
    },
    approve: async (asking = page) => {
      const code = (await asking.getByTestId("pairing-code").textContent()) ?? "";
      await bridge.client.call("pairing.approve", { code });
    },
    rows: async <Row>(sql: string) =>
      (await mariaDb.run(sql, { database: library.database })) as readonly Row[],
    async [Symbol.asyncDispose]() {
      await chromium[Symbol.asyncDispose]();
      await bridge[Symbol.asyncDispose]();
      await site.stop();
      rmSync(secrets, { recursive: true, force: true });
    },
  };
}

/** From the daemon where the browser and INLISLite's policy let it through; else a copy beside INLISLite's own scripts. */
function addCompanion(
  { way, site: { apacheHeaders } = {} }: CompanionDeskOptions,
  site: StandIn,
  { origin }: TestBridge,
): void {
  if (way === "proxy") return;
  if (way !== "public" && apacheHeaders !== true) {
    site.addScript(`${origin}/titian-companion.js`);
    return;
  }
  site.addFile("/titian-companion.js", readFileSync("web/dist/titian-companion.js"), "text/javascript");
  site.addScript("/titian-companion.js", origin);
}

const trust = ({ certificate }: StandIn): { readonly fingerprint?: string } =>
  certificate === undefined ? {} : { fingerprint: new X509Certificate(certificate).fingerprint256 };

const proxyOrigin = ({ origin }: TestBridge): string => origin.replace("127.0.0.1", "inlis.localhost");
