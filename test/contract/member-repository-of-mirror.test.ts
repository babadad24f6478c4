import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import { checkedText } from "../../src/inlislite/checked-text.ts";
import { openEmbeddedInlislite } from "../../src/inlislite/embedded/open-embedded.ts";
import {
  INLISLITE_VERSIONS,
  type Inlislite,
  type InlisliteVersion,
  type Member,
  type MemberRepository,
} from "../../src/inlislite/member.ts";
import type { MirroredMember, MirrorStore } from "../../src/inlislite/sync/mirror.ts";
import { SqliteMirrorStore } from "../../src/store/mirror/mirror-store.ts";
import { describeMemberRepository } from "./member-repository.contract.ts";

const folder = mkdtempSync(path.join(tmpdir(), "titian-mirror-contract-"));
const never = new AbortController().signal;
afterAll(() => rmSync(folder, { recursive: true }));

/** The mirror answers as INLISLite does; what is never copied (telephones) and what is asked live goes through. */
async function openMirrored(version: InlisliteVersion): Promise<Inlislite> {
  const clock = new SystemClock();
  const source = await openEmbeddedInlislite({ file: path.join(folder, `${version}.db`), version, clock });
  const mirror = new SqliteMirrorStore({ file: path.join(folder, version, "mirror.sqlite"), clock });
  mirror.load(await source.feed.page(undefined, 1_000, never));
  mirror.finishLoad(clock.now());
  return {
    version,
    ...{ settings: source.settings, openingDays: source.openingDays, counts: source.counts },
    members: repositoryOn(mirror, source.members),
    close: async () => {
      mirror.close();
      await source.close();
    },
  };
}

function repositoryOn(mirror: MirrorStore, live: MemberRepository): MemberRepository {
  return {
    ...live,
    phoneOf: (memberId, signal) => live.phoneOf(memberId, signal),
    isMinor: (member, today, signal) => live.isMinor(member, today, signal),
    newestId: (signal) => live.newestId(signal),
    findNew: (wanted, signal) => live.findNew(wanted, signal),
    findByNo: async (memberNo, signal) => {
      signal.throwIfAborted();
      return mirror.byNo(checkedText(memberNo, "memberNo") as typeof memberNo).map(bare);
    },
    findById: async (memberId, signal) => {
      signal.throwIfAborted();
      const member = mirror.byId(checkedText(memberId, "memberId"));
      return member && bare(member);
    },
    search: async ({ text, limit }, signal) => {
      signal.throwIfAborted();
      return mirror.search({ text: checkedText(text, "text"), limit }).map(bare);
    },
  };
}

function bare({
  checksum: _,
  updatedAt: __,
  isOnline: ___,
  isInBasket: ____,
  ...member
}: MirroredMember): Member {
  return member;
}

for (const version of INLISLITE_VERSIONS)
  describeMemberRepository(`mirror of ${version}`, version, () => openMirrored(version));
