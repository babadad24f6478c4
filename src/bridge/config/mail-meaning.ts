const LOOPBACK = ["localhost", "127.0.0.1", "::1"];

const text = (draft: unknown, name: string): unknown =>
  typeof draft === "object" && draft !== null ? (draft as Record<string, unknown>)[name] : undefined;

/** What goes together in the mail section: a server needs a sender, and a password never travels in the clear. */
export function mailProblems(draft: unknown): readonly string[] {
  const host = text(draft, "host");
  if (typeof host !== "string") return [];
  const isInClear = text(draft, "security") === "none" && !LOOPBACK.includes(host);
  return [
    ...(text(draft, "from") === undefined ? ["/mail/from must name the library's address"] : []),
    ...(isInClear ? ["/mail/security may be none only for a server on this PC"] : []),
  ];
}
