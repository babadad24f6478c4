import { describe, expect, it } from "vitest";
import { daemonAddress } from "../../../web/companion/daemon-address.ts";

const lan = { protocol: "http:", host: "192.0.2.10", port: "" };

describe("where the companion finds its daemon", () => {
  it("is where its own script came from", () => {
    const script = { src: "http://127.0.0.1:9800/titian-companion.js", titian: undefined };
    expect(daemonAddress(script, lan)).toEqual({
      socketUrl: "ws://127.0.0.1:9800/ws",
      consoleUrl: "http://127.0.0.1:9800/",
      bridgeUrl: "http://127.0.0.1:9800/bridge.html",
      faceScriptUrl: "http://127.0.0.1:9800/titian-face.js",
      isProxied: false,
    });
  });

  it("is the page's own origin behind the proxy, and the console never is", () => {
    const page = { protocol: "http:", host: "inlis.localhost:9700", port: "9700" };
    const script = { src: "http://inlis.localhost:9700/.titian/companion.js", titian: undefined };
    expect(daemonAddress(script, page)).toEqual({
      socketUrl: "ws://inlis.localhost:9700/.titian/ws",
      consoleUrl: "http://127.0.0.1:9700/",
      bridgeUrl: "http://127.0.0.1:9700/bridge.html",
      faceScriptUrl: "http://inlis.localhost:9700/.titian/titian-face.js",
      isProxied: true,
    });
  });

  it("is what a copy of the script says that INLISLite itself serves", () => {
    const script = { src: "http://192.0.2.10/js/titian-companion.js", titian: "http://localhost:9900" };
    expect(daemonAddress(script, lan).socketUrl).toBe("ws://localhost:9900/ws");
  });

  it("is never another computer, whatever the page says", () => {
    for (const titian of ["http://192.0.2.66:9700", "https://127.0.0.1:9700", "javascript:alert(1)", ""]) {
      const script = { src: "http://192.0.2.10/.titian/companion.js", titian };
      const page = { ...lan, host: "192.0.2.99" };
      expect(daemonAddress(script, page).socketUrl, titian).toBe("ws://127.0.0.1:9700/ws");
    }
  });
});
