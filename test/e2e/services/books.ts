import { readFile } from "node:fs/promises";
import type { ConsoleDesk } from "../console-desk.ts";

/** The line of the list of Ketepatan with that number and day: number, day, kind, time and limit, result, reason. */
export async function punctualityLine(
  desk: ConsoleDesk,
  ticket: string,
  day = "5 Feb",
): Promise<readonly string[]> {
  await desk.showTime();
  await desk.goTo("loket");
  await desk.goTo("ketepatan");
  const number = desk.page.getByRole("rowheader", { name: ticket, exact: true });
  const row = desk.byId("case-row").filter({ has: number, hasText: day });
  await row.waitFor();
  return row.locator("th, td").allTextContents();
}

/** The member's line in that day's register, as its CSV has it. */
export async function registerLine(
  desk: ConsoleDesk,
  day: string,
  memberNo: string,
): Promise<readonly string[]> {
  await desk.goTo("ketepatan");
  await desk.press("open-reports");
  await desk.press("report-register");
  await desk.byId("period-register").fill(day);
  const [download] = await Promise.all([desk.page.waitForEvent("download"), desk.press("report-as-csv")]);
  const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
  await desk.page.keyboard.press("Escape");
  await desk.byId("report-dialog").waitFor({ state: "detached" });
  const line = lines.find((one) => one.includes(`"${memberNo}"`)) ?? "";
  return line.split(";").map((cell) => cell.slice(1, -1));
}
