import type { Static } from "typebox";
import { BATCH_COMMANDS } from "./batch-commands.ts";
import { CALENDAR_COMMANDS } from "./calendar-commands.ts";
import { CAMERA_COMMANDS } from "./camera-commands.ts";
import { CARD_COMMANDS } from "./card-commands.ts";
import { CASE_COMMANDS } from "./case-commands.ts";
import { COMPLAINT_COMMANDS } from "./complaint-commands.ts";
import { DESIGN_COMMANDS } from "./design-commands.ts";
import { DESK_COMMANDS } from "./desk-commands.ts";
import { DEVICE_COMMANDS } from "./device-commands.ts";
import { DIGITAL_CARD_COMMANDS } from "./digital-card-commands.ts";
import { FINISHING_COMMANDS } from "./finishing-commands.ts";
import { HANDOVER_COMMANDS } from "./handover-commands.ts";
import { INTAKE_COMMANDS } from "./intake-commands.ts";
import { MEMBER_COMMANDS } from "./member-commands.ts";
import { OPERATOR_COMMANDS } from "./operator-commands.ts";
import { PHOTO_COMMANDS } from "./photo-commands.ts";
import { PRIVACY_COMMANDS } from "./privacy-commands.ts";
import { PUNCTUALITY_COMMANDS } from "./punctuality-commands.ts";
import { QUEUE_COMMANDS } from "./queue-commands.ts";
import { REPORT_COMMANDS } from "./report-commands.ts";
import { SETUP_COMMANDS } from "./setup-commands.ts";
import { STANDARD_COMMANDS } from "./standard-commands.ts";
import { SURVEY_COMMANDS } from "./survey-commands.ts";
import { TICKET_COMMANDS } from "./ticket-commands.ts";
import { UPDATE_COMMANDS } from "./update-commands.ts";

export type { CommandSpec } from "./command.ts";

/** Schema versions this daemon speaks. docs/protocol.md opens with what each brought. */
export const SCHEMA_VERSION = { min: 1, max: 1 } as const;

/** Every request a client may make. Types, validation, docs/protocol.md and the client are read from here. */
export const COMMANDS = {
  ...DESK_COMMANDS,
  ...MEMBER_COMMANDS,
  ...CASE_COMMANDS,
  ...TICKET_COMMANDS,
  ...INTAKE_COMMANDS,
  ...PHOTO_COMMANDS,
  ...CARD_COMMANDS,
  ...BATCH_COMMANDS,
  ...QUEUE_COMMANDS,
  ...DESIGN_COMMANDS,
  ...FINISHING_COMMANDS,
  ...HANDOVER_COMMANDS,
  ...DIGITAL_CARD_COMMANDS,
  ...PUNCTUALITY_COMMANDS,
  ...REPORT_COMMANDS,
  ...SURVEY_COMMANDS,
  ...DEVICE_COMMANDS,
  ...CAMERA_COMMANDS,
  ...STANDARD_COMMANDS,
  ...CALENDAR_COMMANDS,
  ...COMPLAINT_COMMANDS,
  ...UPDATE_COMMANDS,
  ...OPERATOR_COMMANDS,
  ...PRIVACY_COMMANDS,
  ...SETUP_COMMANDS,
} as const;

export type CommandName = keyof typeof COMMANDS;
export type Params<C extends CommandName> = Static<(typeof COMMANDS)[C]["params"]>;
export type Result<C extends CommandName> = Static<(typeof COMMANDS)[C]["result"]>;
export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];
