import { Type } from "typebox";
import { Instant } from "./basic-shapes.ts";

const Version = Type.String({ maxLength: 60 });

export const UPDATE_PHASES = ["none", "available", "fetching", "waiting", "switching"] as const;

/** Which version runs, which could, and what keeps it from running. */
export const UpdateView = Type.Object({
  version: Version,
  /** False for a Titian that was started without its launcher: it is updated as it was installed. */
  isManaged: Type.Boolean(),
  /** A place is configured that new versions come from. */
  hasSource: Type.Boolean(),
  phase: Type.Enum(UPDATE_PHASES, {
    description:
      "`available`: known, not asked for; `fetching`: copied and checked; `waiting`: for a quiet desk; `switching`: Titian starts anew in a moment.",
  }),
  offered: Type.Union([
    Type.Object({
      version: Version,
      releasedAt: Type.String({ maxLength: 40 }),
      bytes: Type.Integer({ minimum: 0 }),
    }),
    Type.Null(),
  ]),
  percent: Type.Union([Type.Integer({ minimum: 0, maximum: 100 }), Type.Null()], {
    description: "Of what is fetched, while it is.",
  }),
  busyWith: Type.Union([Type.Enum(["case", "print"]), Type.Null()], {
    description: "What an update would interrupt; it is never begun meanwhile.",
  }),
  installsWhenIdle: Type.Boolean(),
  checkedAt: Type.Union([Instant, Type.Null()]),
  problem: Type.Union([Type.String({ maxLength: 60 }), Type.Null()], {
    description: "Error code of the last look, fetch or switch.",
  }),
  previous: Type.Union([Version, Type.Null()], { description: "The version that can be gone back to." }),
  leftBehind: Type.Union([
    Type.Object({
      version: Version,
      why: Type.Enum(["never-healthy", "not-steady", "damaged", "taken-back"]),
      at: Type.String({ maxLength: 40 }),
    }),
    Type.Null(),
  ]),
});
