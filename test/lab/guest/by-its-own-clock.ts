import os from "node:os";

/** Does what a piece of hardware does, which goes by a clock of its own however busy the PC is. Starts no programs. */
export async function byItsOwnClock<T>(act: () => Promise<T>): Promise<T> {
  const { PRIORITY_HIGHEST, PRIORITY_NORMAL } = os.constants.priority;
  os.setPriority(PRIORITY_HIGHEST);
  try {
    return await act();
  } finally {
    os.setPriority(PRIORITY_NORMAL);
  }
}
