import { COMMAND_ROLES } from "../../src/bridge/operators/command-roles.ts";
import {
  COMMAND_NAMES,
  COMMANDS,
  type CommandName,
  type CommandSpec,
  SCHEMA_VERSION,
} from "../../src/bridge/protocol/commands.ts";
import {
  Cancel,
  Event,
  Failure,
  Hello,
  Request,
  Result,
  SessionOpen,
  SessionReply,
} from "../../src/bridge/protocol/envelope.ts";
import { EVENT_NAMES, EVENTS, type EventSpec } from "../../src/bridge/protocol/events.ts";
import * as limits from "../../src/bridge/protocol/limits.ts";
import { NAMED_SHAPES, nameOfShape } from "./named-shapes.ts";
import { definitionText, type JsonSchema, remarkOf, typeText } from "./schema-text.ts";
import { table } from "./table.ts";
import { VERSION_LOG } from "./version-log.ts";

const KIB = 1024;
const ENVELOPES = [
  ["Hello (daemon)", Hello],
  ["SessionOpen (page)", SessionOpen],
  ["SessionReply (daemon)", SessionReply],
  ["Request (page)", Request],
  ["Cancel (page)", Cancel],
  ["Result (daemon)", Result],
  ["Failure (daemon)", Failure],
  ["Event (daemon)", Event],
] as const;

const CLOSE_MEANINGS: Readonly<Record<keyof typeof limits.CLOSE, string>> = {
  done: "The daemon has nothing more to say; after `session.paired` the page connects again.",
  stopping: "The daemon stops. Connect again with growing pauses.",
  notJson: "A text frame was not JSON.",
  policy: "Something was sent before `session.opened`.",
  tooBig: "A frame was larger than its bound.",
  tooMany: "The page did not stop flooding, or the waiting room is full.",
  openTimeout: "No valid `session.open` in time, or nobody approved the pairing code.",
  refused: "The token or the schema version was refused. Do not connect again with the same.",
  revoked: "The operator has taken the page's right away.",
};

const fence = (text: string): string => `\`\`\`ts\n${text}\n\`\`\``;
const shapeText = (schema: unknown): string => fence(typeText(schema as JsonSchema, nameOfShape));

/** docs/protocol.md. */
export function protocolPage(): string {
  return [
    "# Protocol",
    "",
    "Generated from `src/bridge/protocol` by `npm run docs`; do not edit. The same in a machine's words: `asyncapi.json`.",
    "",
    "## Versions",
    "",
    `This daemon speaks schema ${SCHEMA_VERSION.min} to ${SCHEMA_VERSION.max}. Commands and fields are added; nothing changes its meaning.`,
    "",
    ...VERSION_LOG.map(({ schema, brought }) => `- **${schema}**: ${brought}`),
    "",
    ...conversation(),
    "## Messages",
    "",
    ...ENVELOPES.flatMap(([title, schema]) => [`### ${title}`, "", shapeText(schema), ""]),
    "## Commands",
    "",
    ...COMMAND_NAMES.flatMap((name) => commandText(name, COMMANDS[name])),
    "## Events",
    "",
    "Events begin with the answer to `events.resume`; ephemeral ones go to whoever started them and are never repeated.",
    "",
    ...EVENT_NAMES.flatMap((name) => eventText(name, EVENTS[name])),
    "## Shapes",
    "",
    ...NAMED_SHAPES.flatMap(([name, schema]) => shapeSection(name, schema)),
  ].join("\n");
}

function conversation(): string[] {
  const { CLOSE, MAX_FRAME_BYTES, MAX_IN_FLIGHT, MAX_TEXT_BYTES, OPEN_WITHIN_MS, FRAME_ID_BYTES } = limits;
  return [
    "## Conversation",
    "",
    "1. The page opens `ws://127.0.0.1:9700/ws`. The daemon looks at Host, peer, Origin and Sec-Fetch before it answers: 421 or 403, without a reason.",
    "2. The daemon says `hello`. A page of an origin that is not paired hears no version and no instance.",
    `3. The page answers with \`session.open\` within ${OPEN_WITHIN_MS / 1000} s. With its token it is \`session.opened\`; with null it is shown a code, waits for the operator, is \`session.paired\`, and connects again.`,
    `4. Requests by id, at most ${MAX_IN_FLIGHT} without an answer; results and errors by the same id; \`cancel\` at any time. Every command has a deadline, and \`withinMs\` shortens it.`,
    "5. `events.resume` starts the events. With a cursor of the same instance the missed ones follow; otherwise `isComplete` is false and the page asks `desk.get`.",
    "",
    `Text frames are JSON, at most ${MAX_TEXT_BYTES / KIB} KiB from a page. A binary frame is ${FRAME_ID_BYTES} bytes of a UUID and then the payload, at most ${MAX_FRAME_BYTES - FRAME_ID_BYTES} bytes; it is sent just before the message that names it. Frames live for ten minutes in their own session.`,
    "",
    "Errors carry a code, who has to act (`remedy`) and a text in the session's language: see `errors.md`.",
    "",
    ...table(
      ["Close code", "Meaning"],
      Object.entries(CLOSE)
        .sort(([, a], [, b]) => a - b)
        .map(([name, code]) => [String(code), CLOSE_MEANINGS[name as keyof typeof CLOSE]]),
    ),
    "",
  ];
}

function neededRole(name: CommandName): string {
  const needs = COMMAND_ROLES[name];
  return needs === "anyone" ? "no sign-in needed" : `from the role ${needs} on`;
}

function commandText(
  name: CommandName,
  { summary, since, deadlineMs, consoleOnly, params, result }: CommandSpec,
): string[] {
  const facts = [
    `since ${since}`,
    `deadline ${deadlineMs / 1000} s`,
    consoleOnly ? "console only" : "any paired page",
    neededRole(name),
  ];
  return [
    `### \`${name}\``,
    "",
    summary,
    "",
    `_${facts.join(" · ")}_`,
    "",
    "Parameters",
    "",
    shapeText(params),
    "",
    "Result",
    "",
    shapeText(result),
    "",
  ];
}

function eventText(name: string, { summary, since, isEphemeral, consoleOnly, data }: EventSpec): string[] {
  const facts = [
    `since ${since}`,
    isEphemeral ? "ephemeral" : "durable",
    ...(consoleOnly ? ["console only"] : []),
  ];
  return [`### \`${name}\``, "", summary, "", `_${facts.join(" · ")}_`, "", shapeText(data), ""];
}

function shapeSection(name: string, schema: JsonSchema): string[] {
  const remark = remarkOf(schema);
  return [`### ${name}`, "", ...(remark ? [remark, ""] : []), fence(definitionText(schema, nameOfShape)), ""];
}
