import { TitianError } from "../../kernel/errors.ts";
import { Cancel, type ClientMessage, Request, SessionOpen } from "../protocol/envelope.ts";
import { type Check, checkOf } from "../validators.ts";

const CHECKS: Readonly<Record<ClientMessage["type"], Check>> = {
  "session.open": checkOf(SessionOpen),
  request: checkOf(Request),
  cancel: checkOf(Cancel),
};

/** What became of one text frame. `id` is the request it names, if it got as far as naming one. */
export type Read =
  | { readonly kind: "message"; readonly id: number | null; readonly message: ClientMessage }
  | { readonly kind: "not-json"; readonly error: TitianError }
  | { readonly kind: "fault"; readonly id: number | null; readonly error: TitianError };

export function readMessage(text: string): Read {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    return { kind: "not-json", error: new TitianError("BAD_REQUEST", { details: { at: "/" }, cause }) };
  }
  const { type, id: named } = fieldsOf(parsed);
  const at = typeof type === "string" && Object.hasOwn(CHECKS, type) ? checkAs(type, parsed) : "/type";
  const id = type === "request" && Number.isSafeInteger(named) ? Number(named) : null;
  if (at === undefined) return { kind: "message", id, message: parsed as ClientMessage };
  return { kind: "fault", id, error: new TitianError("BAD_REQUEST", { details: { at } }) };
}

const checkAs = (type: string, parsed: unknown): string | undefined =>
  CHECKS[type as ClientMessage["type"]](parsed);

function fieldsOf(parsed: unknown): { readonly type?: unknown; readonly id?: unknown } {
  return typeof parsed === "object" && parsed !== null ? parsed : {};
}
