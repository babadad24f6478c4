import type { PhotoWriter } from "../../inlislite/photo-writing.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { CaseId } from "../../kernel/types.ts";
import type { EventData } from "../../store/event-catalog.ts";
import type { CasePhotos } from "./case-photos.ts";
import type { CaseTimings } from "./case-timings.ts";
import type { CaseService } from "./cases.ts";
import type { MemberDirectory } from "./member-directory.ts";

interface Dependencies {
  /** Undefined: the library does not want it. */
  readonly writer: PhotoWriter | undefined;
  readonly cases: CaseService;
  readonly photos: CasePhotos;
  readonly timings: CaseTimings;
  readonly members: MemberDirectory;
  readonly log: Logger;
}

/** A case's photo straight into INLISLite, for desks that work without its pages. The case says how it went. */
export class DirectDelivery {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  get isOn(): boolean {
    return this.#deps.writer !== undefined;
  }

  async write(id: CaseId, signal: AbortSignal): Promise<void> {
    const { writer, cases, photos, timings, members } = this.#deps;
    if (!writer) throw new TitianError("PHOTO_DIRECT_OFF");
    const { photo } = timings.of(id);
    if (!photo) throw new TitianError("PHOTO_MISSING");
    const jpeg = await photos.get(id, "inlislite", signal);
    const note = (outcome: Pick<EventData<"case.photoDelivered">, "confirmed" | "code">): void => {
      // A newer photo has a delivery of its own.
      const isStillMeant = timings.of(id).photo === photo && !cases.isClosed(id);
      if (isStillMeant) cases.photoDelivered(id, { how: "direct", ...outcome });
    };
    try {
      const { memberId, memberNo } = await members.read(cases.memberOf(id), signal);
      await writer.write({ memberId, memberNo, jpeg }, signal);
    } catch (error) {
      note({ confirmed: false, code: TitianError.from(error).code });
      throw error;
    }
    note({ confirmed: true });
  }

  /** After a photo was kept: the answer does not wait for INLISLite, and a failure shows in the case. */
  begin(id: CaseId): void {
    if (!this.isOn || !this.#deps.timings.of(id).member) return;
    this.write(id, new AbortController().signal).catch((error: unknown) =>
      this.#deps.log.warn("photo not stored in INLISLite", { case: id, code: TitianError.from(error).code }),
    );
  }
}
