import { readPointer } from "../../../service-install/versions/pointer-file.ts";

/** Whether the version that runs has yet to say that it is well. Asked at every connection, so it is kept and not read again. */
export class Trial {
  #isOn: boolean;

  constructor(versions: string, running: string) {
    this.#isOn = isOnTrial(versions, running);
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  end(): void {
    this.#isOn = false;
  }
}

/** As the launcher has written it down. */
export const isOnTrial = (versions: string, running: string): boolean =>
  readPointer(versions)?.trial?.version === running;
