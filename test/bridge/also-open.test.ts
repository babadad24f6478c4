import { expect, it } from "vitest";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import { uuidV7 } from "../../src/store/uuid-v7.ts";
import { Clerk } from "../harness/clerk.ts";
import { startBridge } from "../harness/start-bridge.ts";

it("serves a case beside another desk's of the same member, whose standard has not come yet", async () => {
  await using desk = await startBridge();
  const { client, bridge } = desk;
  const clerk = new Clerk(desk);
  const { memberNo, memberId } = await clerk.someMember();
  const own = await clerk.open(memberNo);
  const theirs = uuidV7(new SystemClock());
  bridge.store.events.append({
    ...{ stream: `case/${theirs}`, type: "case.opened" },
    data: {
      ...{
        kind: "lost",
        channel: "in-person",
        standardId: "id.belum.datang",
        standardVersion: 1,
        ticket: null,
      },
      ...{ memberId, memberKey: bridge.store.memberKeyOf(memberNo as never) },
    },
  });

  const paused = await client.call("case.pause", { case: own.case, reason: "applicant-away" });
  expect(paused).toMatchObject({ status: "paused", alsoOpen: [{ case: theirs }] });
});
