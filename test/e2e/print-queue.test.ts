import { afterEach, beforeEach, expect, it } from "vitest";
import { lengkungNoPhoto } from "../../src/cards/templates/lengkung-no-photo.ts";
import type { DeviceId, MemberKey } from "../../src/kernel/types.ts";
import { PRINTER } from "../harness/clerk.ts";
import { ConsoleDesk } from "./console-desk.ts";
import { takePicture } from "./pictures.ts";

const SECOND = "desk-1-card-printer-2";

let desk: ConsoleDesk;

beforeEach(async () => {
  desk = await ConsoleDesk.open({
    config: (demo) => ({
      ...demo,
      devices: demo.devices.flatMap((one) =>
        one.id === PRINTER
          ? [
              { ...one, options: { printMs: 100 } },
              { ...one, id: SECOND, options: { printMs: 100 } },
            ]
          : [one],
      ),
    }),
  });
}, 60_000);
afterEach(() => desk[Symbol.asyncDispose]());

/** Cards of a batch for as many ordinary members, straight to the ledger's door. */
async function batchOf(count: number): Promise<void> {
  const members = (await desk.clerk.anyMembers()).filter(({ mayHaveCard }) => mayHaveCard).slice(0, count);
  const { bridge } = desk.bridge;
  for (const { memberId, memberNo } of members) {
    await bridge.printing.submitForMember(
      {
        ...{ requestKey: crypto.randomUUID(), memberId, batch: undefined, reprintReason: undefined },
        memberKey: bridge.store.memberKeyOf(memberNo as never) as MemberKey,
        ...{
          printer: PRINTER as DeviceId,
          priority: "bulk",
          template: lengkungNoPhoto,
        },
      },
      AbortSignal.timeout(20_000),
    );
  }
}

it("shows whose turn it is, pauses, moves and calls off cards, and asks about the one that was lost sight of", async () => {
  const { page, clerk } = desk;
  await clerk.client.call("queue.pause", { printer: PRINTER });
  await batchOf(3);
  await page.getByRole("link", { name: "Cetak", exact: true }).click();
  const here = desk.byId(`queue-${PRINTER}`);
  await here.getByTestId("queue-row").nth(2).waitFor();
  expect(await here.getByTestId("queue-paused").textContent()).toContain("Antrean dijeda sejak");
  await takePicture(page, "50-antrean-dijeda");

  await here.getByTestId("job-cancel").last().click();
  await expect.poll(() => here.getByTestId("queue-row").count(), { timeout: 20_000 }).toBe(2);
  await here.getByRole("combobox").last().selectOption(SECOND);
  await expect.poll(() => here.getByTestId("queue-row").count(), { timeout: 20_000 }).toBe(1);

  // A card that the printer loses sight of: only a person may say what came out.
  await clerk.client.call("device.simulate", { device: PRINTER, faults: ["vanished-job"] });
  await here.getByTestId("queue-pause").click();
  await here.getByTestId("queue-asked").waitFor();
  await page.getByRole("link", { name: "Cetak 1", exact: true }).waitFor();
  await takePicture(page, "51-antrean-bertanya");
  await desk.byId("language-en").click();
  await desk.byId("theme-switch").click();
  await takePicture(page, "cetak-antrean-en-dark");
  await here.getByTestId("asked-no").click();
  await here.getByTestId("queue-asked").waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Print", exact: true }).waitFor();
  await here.getByTestId("queue-days").waitFor();
  expect(desk.complaints).toEqual([]);
}, 120_000);
