import os from "node:os";

/** Of whoever this process works as; its number where the account has no line in /etc/passwd. */
export function accountName(): string {
  try {
    return os.userInfo().username;
  } catch {
    return String(process.getuid?.() ?? "");
  }
}
