const HOP_BY_HOP = [
  ...["connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection"],
  ...["te", "trailer", "transfer-encoding", "upgrade", "http2-settings"],
];

/** Headers are handled as Node reads them from the wire: name, value, name, value, in order and with their case. */
export type RawHeaders = readonly string[];

/** Name in small letters, name as sent, value; without what concerns one connection only. */
export function* endToEnd(raw: RawHeaders): Generator<readonly [string, string, string]> {
  const dropped = new Set(HOP_BY_HOP);
  for (let at = 0; at < raw.length; at += 2)
    if (raw[at]?.toLowerCase() === "connection")
      for (const name of (raw[at + 1] ?? "").split(",")) dropped.add(name.trim().toLowerCase());
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at] ?? "";
    const lower = name.toLowerCase();
    if (!dropped.has(lower)) yield [lower, name, raw[at + 1] ?? ""];
  }
}
