import { Compile } from "typebox/compile";
import { TitianError } from "../kernel/errors.ts";
import { EVENTS, type EventType } from "./event-catalog.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** One card by its print or case, or every card of a member by the key of the number. */
const CARD = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64})$/;
const MEMBER_KEY = /^[0-9a-f]{64}$/;
const NAME = /^[A-Za-z0-9._-]{1,64}$/;
const STANDARD_ID = /^[a-z0-9.-]{1,100}$/;

/** What stands after the slash of a stream. Narrow, so that no member number can slip into the log by this door. */
const SUBJECT_OF: Readonly<Record<string, RegExp>> = {
  case: UUID,
  print: UUID,
  batch: UUID,
  vault: UUID,
  design: NAME,
  card: CARD,
  desk: NAME,
  device: NAME,
  printer: NAME,
  pairing: NAME,
  lamination: UUID,
  machine: NAME,
  stock: NAME,
  standard: STANDARD_ID,
  calendar: NAME,
  survey: STANDARD_ID,
  complaint: UUID,
  complaints: NAME,
  operator: UUID,
  counter: NAME,
  update: NAME,
  erasure: MEMBER_KEY,
};

const OPERATOR = /^[^\p{C}]{1,100}$/u;

type Validator = ReturnType<typeof Compile>;
const validators = new Map<EventType, Validator>();

/** Compiled when a type is first written: a start does not pay for all of them. */
function validatorOf(type: EventType): Validator {
  const known = validators.get(type);
  if (known) return known;
  const made: Validator = Compile(EVENTS[type]);
  validators.set(type, made);
  return made;
}

/** An event of which nothing is known yet: one to be written, or one that another desk has written. */
interface Envelope {
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
  readonly operator?: string | undefined;
}

const isKnown = (type: string): type is EventType => Object.hasOwn(EVENTS, type);

/** Throws `STORE_EVENT_INVALID` for what must never reach the log: a log entry can not be taken back. */
export function assertValid({ type, stream, data, operator }: Envelope): void {
  if (!isKnown(type)) throw invalid({ type: String(type).slice(0, 60), at: "/type" });

  const [noun = ""] = type.split(".", 1);
  const subject = stream.startsWith(`${noun}/`) ? stream.slice(noun.length + 1) : "";
  if (!SUBJECT_OF[noun]?.test(subject)) throw invalid({ type, at: "/stream" });
  if (operator !== undefined && !OPERATOR.test(operator)) throw invalid({ type, at: "/operator" });

  const validator = validatorOf(type);
  if (validator.Check(data)) return;
  const [first] = validator.Errors(data);
  throw invalid({ type, at: `/data${first?.instancePath ?? ""}` });
}

/** For what another desk has written: a newer Titian may know more types, and more fields, than this one. */
export function isValid(event: Envelope): boolean {
  try {
    assertValid(event);
    return true;
  } catch (error) {
    if (error instanceof TitianError && error.code === "STORE_EVENT_INVALID") return false;
    throw error;
  }
}

function invalid(details: { readonly type: string; readonly at: string }): TitianError {
  return new TitianError("STORE_EVENT_INVALID", { details });
}
