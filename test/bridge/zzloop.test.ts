import { it } from "vitest";
import { Clerk } from "../harness/clerk.ts";
import { DeskFolder } from "../harness/daemon-process.ts";
it("loops", async () => {
  const desk = new DeskFolder(); console.log(desk.folder);
  for (let round = 0; round < 12; round++) {
    const daemon = await desk.start();
    const clerk = new Clerk(daemon);
    try {
      for (let i = 0; i < 4; i++) {
        const v = await clerk.upToPrint((await clerk.someMember(i)).memberNo);
        await clerk.client.call("case.cancel", { case: v.case, reason: "x" });
      }
    } catch (error) {
      console.log(round, error, daemon.stdout);
      throw error;
    }
    await daemon.kill();
  }
}, 120_000);
