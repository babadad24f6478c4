import { expect, it } from "vitest";
import { COMPANION, NAVIGATION, proxied } from "./proxied.ts";
import { upstream } from "./upstream.ts";

it("shows INLISLite's page with the companion in it and its own addresses turned round", async () => {
  await using site = await upstream((request, response) => {
    const base = `http://${request.headers.host}`;
    response.writeHead(200, {
      "content-type": "text/html; charset=UTF-8",
      "set-cookie": "ci_session=a; path=/; HttpOnly",
    });
    response.end(
      `<!doctype html><html><head><title>x</title></head><body><a href="${base}/anggota">a</a></body></html>`,
    );
  });
  await using through = await proxied({ url: site.origin });
  const page = await through.send("/login", { headers: NAVIGATION });
  expect(page.status).toBe(200);
  expect(page.text).toBe(
    `<!doctype html><html><head><title>x</title>${COMPANION}</head><body><a href="${through.origin}/anggota">a</a></body></html>`,
  );
});
