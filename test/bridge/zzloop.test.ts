import { it } from "vitest";
import { Clerk } from "../harness/clerk.ts";
import { DeskFolder } from "../harness/daemon-process.ts";
it("loops", async () => {
  const desk = new DeskFolder();
  console.log(desk.folder);
  const end = performance.now() + 240_000;
  let view;
  for (let round = 0; performance.now() < end; round++) {
    const daemon = await desk.start().catch((e) => { console.log("ROUND", round, String(e)); throw e; });
    const clerk = new Clerk(daemon);
    const client = clerk.client;
    const delay = Math.random() * 250;
    view ??= await clerk.open((await clerk.someMember(0)).memberNo);
    const id = view.case;
    setTimeout(() => daemon.signal("SIGKILL"), delay);
    for (let i = 0; ; i++) {
      const ok = await client.call(i % 2 ? "case.resume" : "case.pause", (i % 2 ? { case: id } : { case: id, reason: "applicant-away" }) as never).catch(() => undefined);
      if (!ok) break;
    }
    await daemon.kill();
    if (round % 20 === 0) console.log("round", round);
  }
}, 300_000);
