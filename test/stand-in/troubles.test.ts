import { request } from "node:https";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MariaDb, startMariaDb } from "../harness/mariadb.ts";
import { startStandIn } from "./start-stand-in.ts";

let mariaDb: MariaDb;

beforeAll(async () => {
  mariaDb = await startMariaDb();
}, 120_000);

afterAll(() => mariaDb.stop());

test("what is provoked happens once, and only where it was asked for", async () => {
  const { database } = await mariaDb.createInlislite("3.3");
  await using standIn = await startStandIn({ version: "3.3", mariaDb, database });
  const get = async (path: string) => {
    const answer = await fetch(`${standIn.base}${path}`);
    return [answer.status, await answer.text()] as const;
  };
  standIn.knobs.failNext("/login");
  standIn.knobs.answerHtmlNext("/uploads");
  expect((await get("/uploads/default/nophoto.jpg"))[1]).toContain("<!doctype html>");
  expect(await get("/login")).toEqual([500, ""]);
  expect((await get("/login"))[0]).toBe(200);
  expect(standIn.knobs.seen.map(({ path, status }) => `${path} ${status}`)).toEqual([
    ...["/uploads/default/nophoto.jpg 200", "/login 500", "/login 200"],
  ]);
});

test("speaks https with a certificate that only those trust who are given it", async () => {
  const { database } = await mariaDb.createInlislite("3.2");
  await using standIn = await startStandIn({ version: "3.2", mariaDb, database, tls: true });
  const get = (ca?: string) =>
    new Promise<number | string | undefined>((resolve) => {
      request(`${standIn.base}/site/login`, ca === undefined ? {} : { ca }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on("error", (error) => resolve(error.message))
        .end();
    });
  expect(await get()).toContain("self-signed");
  expect(await get(standIn.certificate)).toBe(200);
});
