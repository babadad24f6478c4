import { type Static, Type } from "typebox";
import { REMEDIES } from "../../kernel/errors.ts";

/**
 * The conversation: the server says hello; the client answers session.open; then requests by id, results by id, and
 * events. Text frames hold one of these objects; binary frames hold a 16-byte UUID and a payload.
 */

export const Hello = Type.Object({
  type: Type.Literal("hello"),
  titian: Type.String({ maxLength: 20, description: "The daemon's version." }),
  schema: Type.Object({ min: Type.Integer(), max: Type.Integer() }),
  instance: Type.String({ description: "New at every start: a client drops what it knew." }),
  state: Type.Enum(["starting", "ready"]),
});

export const SessionOpen = Type.Object(
  {
    type: Type.Literal("session.open"),
    schema: Type.Integer({ minimum: 1, maximum: 1000 }),
    token: Type.Union([Type.String({ minLength: 20, maxLength: 100 }), Type.Null()], {
      description: "Null asks for pairing: the answer is a code to show to the operator.",
    }),
    language: Type.Enum(["id", "en"]),
    origin: Type.Optional(
      Type.String({
        maxLength: 200,
        description:
          "Only from the daemon's own bridge window: the page it speaks for. The session has that page's rights and no more.",
      }),
    ),
  },
  { additionalProperties: false },
);

export const SessionReply = Type.Union([
  Type.Object({ type: Type.Literal("session.opened"), session: Type.String(), isConsole: Type.Boolean() }),
  Type.Object({
    type: Type.Literal("session.pairing"),
    code: Type.String({
      pattern: "^[0-9]{4}$",
      description: "The page shows it; the operator compares and approves.",
    }),
  }),
  Type.Object({
    type: Type.Literal("session.paired"),
    token: Type.String({ description: "Kept by the page for its own origin; good only there." }),
  }),
]);

export const Request = Type.Object(
  {
    type: Type.Literal("request"),
    id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
    command: Type.String({ maxLength: 64 }),
    params: Type.Unknown(),
    withinMs: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 60_000,
        description: "A deadline shorter than the command's own.",
      }),
    ),
  },
  { additionalProperties: false },
);

export const Cancel = Type.Object(
  { type: Type.Literal("cancel"), id: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);

export const Result = Type.Object({
  type: Type.Literal("result"),
  id: Type.Integer(),
  result: Type.Unknown(),
});

export const ErrorBody = Type.Object({
  code: Type.String({ maxLength: 60 }),
  remedy: Type.Enum(REMEDIES),
  text: Type.String({ description: "What happened and what to do, in the session's language." }),
  details: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
});

export const Failure = Type.Object({
  type: Type.Literal("error"),
  id: Type.Union([Type.Integer(), Type.Null()], { description: "Null when the message named no request." }),
  error: ErrorBody,
});

export const Event = Type.Object({
  type: Type.Literal("event"),
  event: Type.String({ maxLength: 64 }),
  data: Type.Unknown(),
  cursor: Type.Union([Type.String({ maxLength: 80 }), Type.Null()], {
    description: "Null for ephemeral events.",
  }),
});

/** What a client may send as text. */
export const ClientMessage = Type.Union([SessionOpen, Request, Cancel]);
/** What a daemon may send as text. */
export const ServerMessage = Type.Union([Hello, SessionReply, Result, Failure, Event]);

export type ClientMessage = Static<typeof ClientMessage>;
export type ServerMessage = Static<typeof ServerMessage>;
export type ErrorBody = Static<typeof ErrorBody>;
