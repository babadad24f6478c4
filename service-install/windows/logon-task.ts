import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { must, NAME, type WindowsDesk } from "./desk.ts";

/** Starts it without a console window, which node.exe would open on the clerk's screen. */
export const AGENT = "titian-agent.exe";

/**
 * For whoever signs in, or for one account, with no more rights than theirs. Priority 5 of 10, not a task's usual 7: that one makes disk and memory
 * wait behind everything else. Parallel: a second person who signs in gets an agent that waits for its turn.
 */
const xmlOf = (app: string, user: string | undefined): string => `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Author>Titian</Author>
    <Description>Titian: kamera, printer, dan pemindai loket perpustakaan</Description>
  </RegistrationInfo>
  <Triggers><LogonTrigger><Enabled>true</Enabled>${userId(user)}</LogonTrigger></Triggers>
  <Principals>
    <Principal id="Author">${user === undefined ? USERS : `${userId(user)}<LogonType>InteractiveToken</LogonType>`}<RunLevel>LeastPrivilege</RunLevel></Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>Parallel</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <AllowHardTerminate>true</AllowHardTerminate>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <Priority>5</Priority>
    <RestartOnFailure><Interval>PT1M</Interval><Count>60</Count></RestartOnFailure>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${escaped(path.win32.join(app, AGENT))}</Command>
      <WorkingDirectory>${escaped(app)}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
`;

const USERS = "<GroupId>S-1-5-32-545</GroupId>";
const userId = (user: string | undefined): string =>
  user === undefined ? "" : `<UserId>${escaped(user)}</UserId>`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * Beside the program, where only administrators write: what schtasks.exe reads from here becomes a task. It is also how the
 * next install knows what was registered, because schtasks.exe gives back another text than it was given.
 */
const fileOf = (app: string): string => path.join(app, "logon-task.xml");

export const hasLogonTask = (desk: WindowsDesk, app: string): boolean =>
  existsSync(fileOf(app)) && desk.run("schtasks.exe", ["/Query", "/TN", NAME]).ok;

/** The one account that the present task is for; undefined for every user of the PC, and without a task. */
export function sessionUser(app: string): string | undefined {
  const file = fileOf(app);
  const text = existsSync(file) ? readFileSync(file).toString("utf16le") : "";
  return /<UserId>(.*?)<\/UserId>/
    .exec(text)?.[1]
    ?.replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

export function makeLogonTask(desk: WindowsDesk, app: string, user: string | undefined): void {
  const file = fileOf(app);
  // As schtasks.exe wants it: UTF-16 with its mark.
  const wanted = Buffer.from(`\ufeff${xmlOf(app, user)}`, "utf16le");
  const present = existsSync(file) ? readFileSync(file) : undefined;
  if (present?.equals(wanted) && hasLogonTask(desk, app)) {
    desk.say(`the logon task ${NAME} is up to date`);
    return;
  }
  writeFileSync(`${file}.new`, wanted);
  must(desk, "schtasks.exe", "/Create", "/TN", NAME, "/XML", `${file}.new`, "/F");
  renameSync(`${file}.new`, file);
  desk.say(`${present ? "changed" : "made"} the logon task ${NAME}`);
}

export function removeLogonTask(desk: WindowsDesk, app: string): void {
  if (!hasLogonTask(desk, app)) return;
  must(desk, "schtasks.exe", "/Delete", "/TN", NAME, "/F");
  rmSync(fileOf(app));
  desk.say(`removed the logon task ${NAME}`);
}

/** In the session of whoever is signed in, not in the installer's. Where nobody is, it waits for the next one. */
export const startLogonTask = (desk: WindowsDesk): boolean =>
  desk.run("schtasks.exe", ["/Run", "/TN", NAME]).ok;
