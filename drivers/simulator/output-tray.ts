import type { OutputTray } from "../../src/devices/index.ts";

/** What came out, newest on top. */
export class Tray implements OutputTray {
  newest: string | undefined;
  newestBack: string | undefined;
  count = 0;

  put(file: string, back?: string): void {
    this.newest = file;
    this.newestBack = back;
    this.count++;
  }
}
