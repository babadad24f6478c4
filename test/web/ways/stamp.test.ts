import { describe, expect, it } from "vitest";
import { openerOrigin } from "../../../web/bridge/opener-origin.ts";
import { stamped, withoutName } from "../../../web/bridge/stamp.ts";

const PAGE = "http://203.0.113.10";
const opening = { type: "session.open", schema: 1, token: null, language: "id" };

describe("what the bridge window passes on", () => {
  it("is opened for the page that the browser vouches for, whatever the page says it is", () => {
    for (const said of [{}, { origin: "http://127.0.0.1:9700" }, { origin: null }])
      expect(JSON.parse(stamped(JSON.stringify({ ...opening, ...said }), PAGE)!)).toEqual({
        ...opening,
        origin: PAGE,
      });
    const twice = `{"type":"request","type":"session.open","origin":"http://127.0.0.1:9700"}`;
    expect(JSON.parse(stamped(twice, PAGE)!)).toEqual({ type: "session.open", origin: PAGE });
  });

  it("is every other message as it was, and nothing that is no message", () => {
    const request = { type: "request", id: 1, command: "system.ping", params: {} };
    expect(JSON.parse(stamped(JSON.stringify(request), PAGE)!)).toEqual(request);
    expect(JSON.parse(stamped("7", PAGE)!)).toBe(7);
    expect(stamped('{"type": "session.open"', PAGE)).toBeUndefined();
  });

  it("keeps the daemon's version and instance to itself", () => {
    const hello = {
      type: "hello",
      titian: "0.1.0",
      schema: { min: 1, max: 1 },
      instance: "x",
      state: "ready",
    };
    expect(JSON.parse(withoutName(JSON.stringify(hello)))).toEqual({ ...hello, titian: "", instance: "" });
  });
});

describe("the page that a bridge window may serve", () => {
  it("is an origin exactly as a browser writes one", () => {
    expect(openerOrigin(`#${encodeURIComponent(PAGE)}`)).toBe(PAGE);
    for (const odd of [
      "",
      "#",
      "#null",
      "#*",
      "#http://a/b",
      "#javascript:alert(1)",
      "#file://",
      "#HTTP://A",
      "#%",
    ])
      expect(openerOrigin(odd), odd).toBeUndefined();
  });
});
