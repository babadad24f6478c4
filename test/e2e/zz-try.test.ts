import { it } from "vitest";
import { WebSocket } from "ws";
import { TitianClient } from "../../src/bridge/client/client.ts";
import { ConsoleDesk } from "./console-desk.ts";
it("tries", { timeout: 90000 }, async () => {
  await using desk = await ConsoleDesk.open();
  const page = new TitianClient({ url: `${desk.bridge.origin.replace("http", "ws")}/ws`, openSocket: (url) => new WebSocket(url, { origin: "http://192.168.10.5" }), tokens: { get: () => null, set: () => undefined }, language: "id" });
  await desk.goTo("perangkat");
  await desk.byId("pairing-approve").waitFor();
  await desk.page.getByText("Tolak").click();
  await desk.page.waitForTimeout(4000);
  console.log("AFTER TOLAK:", await desk.byId("pairings").textContent(), JSON.stringify(page.state));
  page.close();
});
