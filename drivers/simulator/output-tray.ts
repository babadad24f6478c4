import type { OutputTray } from "../../src/devices/index.ts";

/** What came out, newest on top. */
export class Tray implements OutputTray {
  newest: string | undefined;
  count = 0;

  put(file: string): void {
    this.newest = file;
    this.count++;
  }
}
