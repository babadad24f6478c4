import { COMMAND_NAMES, COMMANDS, SCHEMA_VERSION } from "../../src/bridge/protocol/commands.ts";
import { Cancel, Failure, Hello, SessionOpen, SessionReply } from "../../src/bridge/protocol/envelope.ts";
import { EVENT_NAMES, EVENTS, type EventSpec } from "../../src/bridge/protocol/events.ts";
import { NAMED_SHAPES, nameOfShape } from "./named-shapes.ts";
import type { JsonSchema } from "./schema-text.ts";

type Json = Readonly<Record<string, unknown>>;

const CHANNEL = "#/channels/wire";
/** A name that AsyncAPI allows as a key: the dot of `camera.capture` is none. */
const keyOf = (name: string): string => name.replaceAll(".", "_");

/** Shared shapes become references, so that the document says each of them once. */
function referring(value: unknown, isDefinition = false): unknown {
  if (Array.isArray(value)) return value.map((one) => referring(one));
  if (typeof value !== "object" || value === null) return value;
  const name = isDefinition ? undefined : nameOfShape(value as JsonSchema);
  if (name) return { $ref: `#/components/schemas/${name}` };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, referring(one)]));
}

const object = (properties: Json, description?: string): Json => ({
  type: "object",
  ...(description === undefined ? {} : { description }),
  required: Object.keys(properties),
  properties,
});

const ID = { type: "integer", minimum: 1 };

function messages(): Record<string, Json> {
  const requests = COMMAND_NAMES.flatMap((command) => {
    const { params, result, summary, deadlineMs, since } = COMMANDS[command];
    const facts = { "x-since": since, "x-deadline-ms": deadlineMs };
    const asked = {
      ...object({
        type: { const: "request" },
        id: ID,
        command: { const: command },
        params: referring(params),
      }),
    };
    const answered = object({ type: { const: "result" }, id: ID, result: referring(result) });
    return [
      [`${keyOf(command)}_request`, { name: command, summary, payload: asked, ...facts }],
      [`${keyOf(command)}_result`, { name: `${command} result`, payload: answered }],
    ] as const;
  });
  const events = EVENT_NAMES.map((event) => {
    const { data, summary, since, isEphemeral = false }: EventSpec = EVENTS[event];
    const cursor = isEphemeral ? { type: "null" } : { type: "string", maxLength: 80 };
    const payload = object({
      type: { const: "event" },
      event: { const: event },
      data: referring(data),
      cursor,
    });
    return [`${keyOf(event)}_event`, { name: event, summary, payload, "x-since": since }] as const;
  });
  return {
    hello: { name: "hello", summary: "The daemon speaks first.", payload: referring(Hello) },
    session_open: {
      name: "session.open",
      summary: "The page introduces itself.",
      payload: referring(SessionOpen),
    },
    session_reply: {
      name: "session.*",
      summary: "What becomes of the page.",
      payload: referring(SessionReply),
    },
    cancel: { name: "cancel", summary: "The page no longer waits.", payload: referring(Cancel) },
    error: { name: "error", summary: "A request, or a message, that failed.", payload: referring(Failure) },
    frame: {
      name: "frame",
      summary: "16 bytes of a UUID, then a picture; sent just before the message that names it.",
      contentType: "application/octet-stream",
      payload: { type: "string", format: "binary" },
    },
    ...Object.fromEntries(requests),
    ...Object.fromEntries(events),
  };
}

const reference = (message: string): Json => ({ $ref: `${CHANNEL}/messages/${message}` });

function operations(): Json {
  const channel = { $ref: CHANNEL };
  const commands = COMMAND_NAMES.map((command) => [
    keyOf(command),
    {
      ...{ action: "receive", channel, summary: COMMANDS[command].summary },
      messages: [reference(`${keyOf(command)}_request`)],
      reply: { channel, messages: [reference(`${keyOf(command)}_result`), reference("error")] },
    },
  ]);
  const events = EVENT_NAMES.map((event) => [
    `on_${keyOf(event)}`,
    {
      ...{ action: "send", channel, summary: EVENTS[event].summary },
      messages: [reference(`${keyOf(event)}_event`)],
    },
  ]);
  return {
    greet: { action: "send", channel, messages: [reference("hello")] },
    open: {
      ...{ action: "receive", channel, messages: [reference("session_open")] },
      reply: { channel, messages: [reference("session_reply"), reference("error")] },
    },
    cancel: { action: "receive", channel, messages: [reference("cancel")] },
    send_frame: { action: "send", channel, messages: [reference("frame")] },
    receive_frame: { action: "receive", channel, messages: [reference("frame")] },
    ...Object.fromEntries(commands),
    ...Object.fromEntries(events),
  };
}

/** docs/asyncapi.json, as the daemon sees it: it receives requests and sends events. */
export function asyncApi(): Json {
  const all = messages();
  return {
    asyncapi: "3.0.0",
    info: {
      title: "Titian",
      version: String(SCHEMA_VERSION.max),
      description: "The local bridge between INLISLite and the hardware of a library desk.",
    },
    defaultContentType: "application/json",
    servers: {
      desk: {
        host: "127.0.0.1:9700",
        protocol: "ws",
        description: "The desk's own PC, and only from there.",
      },
    },
    channels: {
      wire: {
        address: "/ws",
        servers: [{ $ref: "#/servers/desk" }],
        messages: Object.fromEntries(
          Object.keys(all).map((name) => [name, { $ref: `#/components/messages/${name}` }]),
        ),
      },
    },
    operations: operations(),
    components: {
      messages: all,
      schemas: Object.fromEntries(NAMED_SHAPES.map(([name, schema]) => [name, referring(schema, true)])),
    },
  };
}
