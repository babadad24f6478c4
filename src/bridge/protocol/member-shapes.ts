import { type Static, Type } from "typebox";
import { INLISLITE_VERSIONS } from "../../inlislite/member.ts";
import { SYNC_PHASES } from "../../inlislite/sync/member-change.ts";
import { WAITING_REASONS } from "../../inlislite/sync/mirror.ts";
import { Instant, MemberView, nullable } from "./shapes.ts";

export const FullName = Type.String({ minLength: 1, maxLength: 255 });
export const MemberId = Type.String({ maxLength: 30 });

export const MEMBER_SOURCES = ["inlislite", "mirror"] as const;
export type MemberSource = (typeof MEMBER_SOURCES)[number];

/** Members found, who said so, and how long ago INLISLite did. */
export const FoundMembersView = (most: number) =>
  Type.Object({
    members: Type.Array(MemberView, { maxItems: most }),
    source: Type.Enum(MEMBER_SOURCES, {
      description: "`inlislite`: asked now. `mirror`: the local copy, as old as `ageMs` says.",
    }),
    ageMs: Type.Integer({ minimum: 0, description: "Since INLISLite last answered; 0 for `inlislite`." }),
  });

export const WaitingView = Type.Object({
  member: MemberView,
  reason: Type.Enum(WAITING_REASONS, {
    description:
      "`online`: registered over the web, nobody has seen the identity yet. `renewed`: the end date moved. `new`: registered at a counter.",
  }),
  since: Instant,
});
export type WaitingView = Static<typeof WaitingView>;

export const SyncView = Type.Object({
  phase: Type.Enum(SYNC_PHASES, {
    description:
      "`off`: no copy is kept. `loading`: not every member is known yet; with a code, INLISLite does not answer. `away`: INLISLite does not answer, the copy does.",
  }),
  version: nullable(Type.Enum(INLISLITE_VERSIONS)),
  members: Type.Integer({ minimum: 0, description: "In the copy." }),
  code: nullable(
    Type.String({
      maxLength: 60,
      description: "An error code: why it does not keep step; null while it does.",
    }),
  ),
  loadedShare: nullable(Type.Number({ minimum: 0, maximum: 1, description: "Only while loading." })),
  heardAt: nullable(Type.String({ ...Instant, description: "When INLISLite last answered." })),
  ageMs: nullable(Type.Integer({ minimum: 0, description: "How old the copy was when this was said." })),
  comparedAt: nullable(
    Type.String({ ...Instant, description: "When every row was last compared with INLISLite's." }),
  ),
  clockOffsetMs: nullable(
    Type.Integer({ description: "The database server's clock minus this desk's. No step is timed by it." }),
  ),
});
export type SyncView = Static<typeof SyncView>;
