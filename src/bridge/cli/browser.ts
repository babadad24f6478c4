import { spawn } from "node:child_process";

/** Programs that show an address in the person's own browser, by argv. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
  darwin: ["open"],
  linux: ["xdg-open"],
};

/** Best effort: a desk without a display, or without the program, loses nothing but a click. */
export function openInBrowser(url: string): void {
  const opener = OPENERS[process.platform];
  const hasDisplay = process.platform !== "linux" || process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"];
  if (!opener || !hasDisplay) return;
  const [program, ...words] = opener;
  const child = spawn(program, [...words, url], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}
