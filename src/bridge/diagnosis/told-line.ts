const LEFT_OUT = "(left out)";

/** Fields whose text is a word of ours or an id: never typed by anybody, never read from INLISLite. */
const TECHNICAL = new Set([
  ...["level", "time", "msg", "code", "type", "service", "driver", "device", "printer", "report", "format"],
  ...["job", "printJob", "case", "batch", "file", "complaint", "sheet", "session", "instance", "operator"],
  ...["capability", "state", "fault", "ink", "kind", "channel", "version", "errno", "name", "frames"],
]);
/** Above these a number may be somebody's. */
const LARGEST = 1e9;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
/** What a runtime or a server calls its own errors. */
const ERROR = /^([A-Za-z]{0,30}Error|E[A-Z]{2,20}|ERR?_[A-Z_]{2,40})$/;
const CODE = /^([a-z][a-z.-]*|[A-Z][A-Z_]+)$/;
const FIELD = /^[a-z][A-Za-z]{0,30}$/;
/** Of a frame, from the program's own folders on: before them stands whose home it is. */
const FRAME = /(?:node:|\/(?:src|drivers|node_modules)\/)[^\s()]*/;
const MAX_DEPTH = 4;

/** Words that nobody typed and nothing was read from. */
export interface OwnWords {
  /** A literal of the program. */
  isLiteral(text: string): boolean;
  /** The name of a field in the program. */
  isField(name: string): boolean;
  /** Whether it is the name of a device, a driver or a desk of this configuration. */
  isConfigured(text: string): boolean;
}

/** A line of the log as it may leave the library; undefined for one that Titian did not write. */
export function toldLine(line: string, words: OwnWords): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null || !("msg" in value)) return undefined;
    const { msg, ...fields } = value as Readonly<Record<string, unknown>>;
    const said = typeof msg === "string" && words.isLiteral(msg) ? msg : LEFT_OUT;
    return JSON.stringify({ ...told(fields, words, 0), msg: said });
  } catch {
    return undefined;
  }
}

function told(fields: object, words: OwnWords, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      FIELD.test(name) && words.isField(name) ? [[name, toldValue(name, value, words, depth)]] : [],
    ),
  );
}

function toldValue(name: string, value: unknown, words: OwnWords, depth: number): unknown {
  if (typeof value === "boolean" || value === null) return value;
  if (typeof value === "number") return Math.abs(value) <= LARGEST ? value : LEFT_OUT;
  if (name === "frames" && Array.isArray(value))
    return value.map((frame) => FRAME.exec(String(frame))?.[0] ?? "");
  if (typeof value === "string") return TECHNICAL.has(name) && isTold(value, words) ? value : LEFT_OUT;
  if (typeof value !== "object" || depth >= MAX_DEPTH || Array.isArray(value)) return LEFT_OUT;
  return told(value, words, depth + 1);
}

/** A literal with a capital letter might be one of the demonstration's invented names, and a member's too. */
const isTold = (text: string, { isLiteral, isConfigured }: OwnWords): boolean =>
  ID.test(text) ||
  INSTANT.test(text) ||
  ERROR.test(text) ||
  isConfigured(text) ||
  (CODE.test(text) && isLiteral(text));
