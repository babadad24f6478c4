import { EventEmitter } from "node:events";
import type { InStep } from "../../../src/bridge/flows/in-step.ts";
import type { MemberChange, SyncStatus } from "../../../src/inlislite/sync/member-change.ts";
import type { MirroredMember, WaitingMember } from "../../../src/inlislite/sync/mirror.ts";
import type { LocalDate, MemberNo } from "../../../src/kernel/types.ts";

/** A copy of members that holds what a test puts there. The real one is tested in test/store and test/inlislite. */
export class MemoryInStep implements InStep {
  readonly events = new EventEmitter<{ changed: [MemberChange]; statusChanged: [SyncStatus] }>();
  status: SyncStatus = {
    phase: "following",
    version: "3.3",
    members: 0,
    loadedShare: undefined,
    heardAt: undefined,
    comparedAt: undefined,
    clockOffsetMs: undefined,
    code: undefined,
  };
  list: WaitingMember[] = [];
  askedFrom: LocalDate | undefined;
  readonly mirror = {
    isComplete: true,
    byNo: (memberNo: MemberNo) =>
      this.list.map(({ member }) => member).filter((member) => member.memberNo === memberNo),
    waiting: (registeredFrom: LocalDate, limit: number) => {
      this.askedFrom = registeredFrom;
      return this.list.slice(0, limit);
    },
  };

  turn(status: Partial<SyncStatus>): void {
    this.status = { ...this.status, ...status };
    this.events.emit("statusChanged", this.status);
  }
}

export function mirrored(memberId: string, more: Partial<MirroredMember> = {}): MirroredMember {
  return {
    memberId,
    memberNo: `2611${memberId}` as MemberNo,
    fullName: "Dewi Kusumaningtyas",
    memberType: "Umum",
    status: "active",
    registeredOn: undefined,
    validUntil: "2099-01-01" as LocalDate,
    photoName: undefined,
    checksum: 1,
    updatedAt: undefined,
    isOnline: false,
    isInBasket: false,
    ...more,
  };
}

export const change = (member: MirroredMember, more: Partial<MemberChange> = {}): MemberChange => ({
  ...{ kind: "changed", member, before: member, fields: ["status"] },
  ...more,
});
