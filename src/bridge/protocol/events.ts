import { type Static, type TSchema, Type } from "typebox";
import { MEMBER_CHANGES, MEMBER_FIELDS } from "../../inlislite/sync/member-change.ts";
import { CalendarView } from "./calendar-commands.ts";
import { ComplaintNews } from "./complaint-commands.ts";
import { DesignsView } from "./design-shapes.ts";
import { DiscoveredView } from "./device-shapes.ts";
import { DeviceView, HealthView } from "./device-views.ts";
import { FINISHING_NEWS } from "./finishing-news.ts";
import { VoidedView } from "./handover-shapes.ts";
import { OtherDesk } from "./intake-shapes.ts";
import { SyncView } from "./member-shapes.ts";
import { OPERATOR_NEWS } from "./operator-news.ts";
import { QueueView } from "./queue-shapes.ts";
import type { Screen } from "./screens.ts";
import {
  CaseView,
  DependencyView,
  DeviceId,
  FrameId,
  Instant,
  MemberView,
  PairingView,
  PrintJobView,
  Uuid,
} from "./shapes.ts";
import { StandardSummary } from "./standard-shapes.ts";
import { TICKET_NEWS } from "./ticket-news.ts";
import { UpdateView } from "./update-shapes.ts";

export interface EventSpec {
  readonly since: number;
  readonly summary: string;
  readonly data: TSchema;
  /** Sent to sessions that asked for it and never replayed. */
  readonly isEphemeral?: boolean;
  readonly consoleOnly?: boolean;
  /** Told also while nobody is signed in at a desk with operators: it names no member, no case and no card. */
  readonly isForAnyone?: boolean;
  /** Unattended screens that hear it too. */
  readonly screens?: readonly Screen[];
}

const event = <const S extends EventSpec>(spec: S): S => spec;

/** Everything the daemon says unasked, after events.resume. */
export const EVENTS = {
  "case.changed": event({ since: 1, summary: "A case has new state.", data: CaseView }),
  "job.changed": event({
    since: 1,
    summary: "A print job reached another state.",
    data: Type.Object({ case: Type.Union([Uuid, Type.Null()]), job: PrintJobView }),
  }),
  "batch.changed": event({
    since: 1,
    summary: "A batch has moved on; batch.get says how far. Told twice a second at most.",
    data: Type.Object({ batch: Uuid }),
    isEphemeral: true,
    consoleOnly: true,
  }),
  "queue.changed": event({
    since: 1,
    summary: "Other cards wait at a printer, or it was paused or let go on. Told at a measured pace.",
    data: QueueView,
    isEphemeral: true,
    consoleOnly: true,
  }),
  "device.healthChanged": event({
    since: 1,
    summary: "A device's set of reasons changed.",
    data: Type.Object({ device: DeviceId, health: HealthView }),
  }),
  "device.changed": event({
    since: 1,
    summary: "A device joined, or has another name, purpose, supply or occupation.",
    data: DeviceView,
  }),
  "device.removed": event({
    since: 1,
    summary: "An adopted device was let go.",
    data: Type.Object({ device: DeviceId }),
  }),
  "update.changed": event({
    since: 1,
    summary: "Another version is offered, fetched, waited for or left behind.",
    data: UpdateView,
    isEphemeral: true,
    consoleOnly: true,
  }),
  "privacy.changed": event({
    since: 1,
    summary: "Somebody asked to be forgotten, or one more desk has obeyed; privacy.get says which.",
    data: Type.Object({}),
    isEphemeral: true,
    consoleOnly: true,
  }),
  "discovery.changed": event({
    since: 1,
    summary: "Something that no device of this desk is was plugged in or pulled out.",
    data: DiscoveredView,
    consoleOnly: true,
  }),
  "scanner.scanned": event({
    since: 1,
    summary: "A card was read, and what that did.",
    data: Type.Object({
      device: Type.Union([DeviceId, Type.Null()]),
      effect: Type.Enum(["confirmed", "case-opened", "member-found", "not-this-card", "unknown"]),
      case: Type.Union([Uuid, Type.Null()]),
      job: Type.Union([Uuid, Type.Null()], {
        description: "The print whose card this is, once it has been proved.",
      }),
      members: Type.Array(MemberView, { maxItems: 20 }),
      voided: Type.Union([VoidedView, Type.Null()]),
      at: Instant,
    }),
  }),
  "dependency.changed": event({
    since: 1,
    summary: "INLISLite, the store or the clock became better or worse.",
    data: DependencyView,
  }),
  "member.changed": event({
    since: 1,
    summary: "A member appeared, vanished or changed in INLISLite, whoever did it. Told at a measured pace.",
    data: Type.Object({
      kind: Type.Enum(MEMBER_CHANGES),
      member: MemberView,
      fields: Type.Array(Type.Enum(MEMBER_FIELDS), { maxItems: MEMBER_FIELDS.length }),
    }),
    isEphemeral: true,
  }),
  "waiting.changed": event({
    since: 1,
    summary: "Others wait for a card than before; members.waiting says who.",
    data: Type.Object({ total: Type.Integer({ minimum: 0 }) }),
  }),
  "sync.changed": event({
    since: 1,
    summary: "The local copy of members keeps step better or worse, or has been told something.",
    data: SyncView,
    isEphemeral: true,
  }),
  "camera.frame": event({
    since: 1,
    summary: "One preview picture; the JPEG came as the binary frame just before.",
    data: Type.Object({ device: DeviceId, jpeg: FrameId }),
    isEphemeral: true,
  }),
  "camera.wanted": event({
    since: 1,
    summary:
      "This page lends its camera: take a photo now, or begin or end a preview. Told to that page only.",
    data: Type.Object({
      device: DeviceId,
      request: Uuid,
      kind: Type.Enum(["capture", "preview-on", "preview-off"]),
    }),
    isEphemeral: true,
    isForAnyone: true,
  }),
  "inbox.changed": event({
    since: 1,
    summary: "Another number of photos waits in a photo folder.",
    data: Type.Object({ device: DeviceId, waiting: Type.Integer({ minimum: 0 }) }),
    isEphemeral: true,
  }),
  "designs.changed": event({
    since: 1,
    summary: "A design was saved, approved or withdrawn, or other cards get it.",
    data: DesignsView,
    consoleOnly: true,
  }),
  "standards.changed": event({
    since: 1,
    summary: "A standard was saved, published, withdrawn or restored.",
    data: Type.Object({ standards: Type.Array(StandardSummary, { maxItems: 200 }) }),
    isEphemeral: true,
    consoleOnly: true,
  }),
  "calendar.changed": event({
    since: 1,
    summary: "The library has other hours or closed days, or cases are judged otherwise.",
    data: CalendarView,
    isEphemeral: true,
    consoleOnly: true,
  }),
  "desks.changed": event({
    since: 1,
    summary: "Another desk of the library has named itself, or is called otherwise.",
    data: Type.Object({ otherDesks: Type.Array(OtherDesk, { maxItems: 40 }) }),
    isEphemeral: true,
    consoleOnly: true,
  }),
  "survey.changed": event({
    since: 1,
    summary: "Answers were counted, here or at another desk; survey.get says what they come to.",
    data: Type.Object({}),
    isEphemeral: true,
    consoleOnly: true,
  }),
  "complaints.changed": event({
    since: 1,
    summary: "A complaint was written down or has moved on, or another limit was set.",
    data: ComplaintNews,
    isEphemeral: true,
    consoleOnly: true,
  }),
  "pairing.changed": event({
    since: 1,
    summary: "A page asks to use this desk, or no longer may.",
    data: Type.Object({ pairings: Type.Array(PairingView, { maxItems: 50 }) }),
    consoleOnly: true,
  }),
  ...FINISHING_NEWS,
  ...TICKET_NEWS,
  ...OPERATOR_NEWS,
} as const;

export type EventName = keyof typeof EVENTS;
export type EventPayload<E extends EventName> = Static<(typeof EVENTS)[E]["data"]>;
export const EVENT_NAMES = Object.keys(EVENTS) as readonly EventName[];
