import { type Static, Type } from "typebox";
import { DEVICE_KINDS } from "../../devices/kinds.ts";
import { NEEDS } from "../../devices/needs.ts";
import { DeviceView, PurposeName } from "./device-views.ts";
import { DeviceId, Instant } from "./shapes.ts";

const words = (most: number) => Type.Union([Type.String({ maxLength: most }), Type.Null()]);
const count = Type.Integer({ minimum: 0 });
const maybe = <const S extends typeof count | typeof Instant>(schema: S) => Type.Union([schema, Type.Null()]);

export const UsbView = Type.Object({
  vendorId: Type.String({ maxLength: 4, description: "Four hex digits." }),
  productId: Type.String({ maxLength: 4, description: "Four hex digits." }),
  serial: words(126),
  port: Type.String({ maxLength: 45, description: "`1-1.2`: the socket it sits in, hubs included." }),
  manufacturer: words(126),
  product: words(126),
});
export type UsbView = Static<typeof UsbView>;

/** Everything that a technician asks about one device. */
export const DeviceDetails = Type.Object({
  view: DeviceView,
  isAdopted: Type.Boolean({ description: "Taken into use at the console; it can be let go there again." }),
  serial: words(126),
  firmware: words(126),
  usb: Type.Union([UsbView, Type.Null()]),
  words: Type.Array(Type.String({ maxLength: 60 }), {
    maxItems: 10,
    description: "The device's own words for what Titian has no reason for.",
  }),
  udevRule: Type.Union([Type.String({ maxLength: 300 }), Type.Null()], {
    description: "On Linux, while Titian may not use it: the line that gives the right.",
  }),
  counters: Type.Array(
    Type.Object({
      capability: Type.String({ maxLength: 40 }),
      calls: count,
      failures: count,
      p50Ms: maybe(count),
      p95Ms: maybe(count),
      lastSuccessAt: maybe(Instant),
    }),
    { maxItems: 20 },
  ),
  failures: Type.Array(
    Type.Object({
      capability: Type.String({ maxLength: 40 }),
      code: Type.String({ maxLength: 60 }),
      at: Instant,
    }),
    { maxItems: 20, description: "Newest first." },
  ),
  history: Type.Array(
    Type.Object({
      level: Type.Enum(["ok", "degraded", "down"]),
      reasons: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 }),
      since: Instant,
    }),
    { maxItems: 200, description: "Newest first; what is older than a day is left out." },
  ),
});
export type DeviceDetails = Static<typeof DeviceDetails>;

export const CandidateView = Type.Object({
  key: Type.String({ maxLength: 1_000, description: "Names it for device.adopt." }),
  driver: Type.String({ maxLength: 40 }),
  title: Type.String({ maxLength: 100 }),
  kind: Type.Enum(DEVICE_KINDS),
  purposes: Type.Array(PurposeName, { maxItems: 10, description: "What it would be good for." }),
  usb: Type.Union([UsbView, Type.Null()]),
});
export type CandidateView = Static<typeof CandidateView>;

export const UnclaimedView = Type.Object({
  usb: UsbView,
  need: Type.Enum(NEEDS, { description: "What it would need before Titian could use it." }),
});
export type UnclaimedView = Static<typeof UnclaimedView>;

export const DiscoveredView = Type.Object({
  candidates: Type.Array(CandidateView, { maxItems: 100 }),
  unclaimed: Type.Array(UnclaimedView, { maxItems: 100 }),
});
export type DiscoveredView = Static<typeof DiscoveredView>;

export const RouteView = Type.Object({
  purpose: PurposeName,
  device: Type.Union([DeviceId, Type.Null()]),
});
export type RouteView = Static<typeof RouteView>;
