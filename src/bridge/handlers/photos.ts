import { createHash } from "node:crypto";
import { AS_TAKEN } from "../../cards/photo-look.ts";
import { jpegSizeOf } from "../../devices/index.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { CaseId, MemberNo } from "../../kernel/types.ts";
import type { Handlers } from "../dispatch.ts";
import type { CasePhotos } from "../flows/case-photos.ts";
import type { CaseViews } from "../flows/case-views.ts";
import type { CaseService } from "../flows/cases.ts";
import type { DirectDelivery } from "../flows/direct-delivery.ts";
import type { PhotoDelivery } from "../flows/photo-delivery.ts";
import type { LazyRendering } from "../lazy-rendering.ts";

type PhotoCommands =
  | "photo.keep"
  | "photo.get"
  | "photo.original"
  | "photo.prepare"
  | "photo.delivered"
  | "photo.write";

interface Dependencies {
  readonly cases: CaseService;
  readonly photos: CasePhotos;
  readonly views: CaseViews;
  readonly renderer: LazyRendering;
  readonly delivery: PhotoDelivery;
  readonly direct: DirectDelivery;
}

export function photoHandlers({
  cases,
  photos,
  views,
  renderer,
  delivery,
  direct,
}: Dependencies): Pick<Handlers, PhotoCommands> {
  return {
    async "photo.keep"({ case: id, photo, source, crop, look = AS_TAKEN }, context) {
      const { session, signal } = context;
      await photos.keep(id as CaseId, session.frames.take(photo), source, { crop, look }, signal);
      // A page inside INLISLite puts the photo where its own form expects it.
      if (session.isConsole) context.afterReply(() => direct.begin(id as CaseId));
      return views.of(id as CaseId);
    },
    async "photo.get"({ case: id, copy = "card" }, { session, signal }) {
      return { photo: session.frames.hold(await photos.get(id as CaseId, copy, signal)) };
    },
    async "photo.original"({ case: id }, { session }) {
      const original = cases.originalOf(id as CaseId);
      if (!original) throw new TitianError("PHOTO_ORIGINAL_GONE");
      return { photo: session.frames.hold(original.picture), ...original.edits };
    },
    async "photo.prepare"({ photo, crop, look = AS_TAKEN, copy = "inlislite" }, { session, signal }) {
      const bytes = session.frames.take(photo);
      const { jpeg, background } = await renderer.makePhoto(bytes, { crop, look }, copy, signal);
      const { widthPx, heightPx } = jpegSizeOf(jpeg) ?? { widthPx: 0, heightPx: 0 };
      const sha256 = createHash("sha256").update(jpeg).digest("hex");
      return { photo: session.frames.hold(jpeg), background, widthPx, heightPx, sha256 };
    },
    async "photo.delivered"({ case: id, memberId, memberNo, before }, { signal }) {
      const delivered = {
        case: (id ?? undefined) as CaseId | undefined,
        ...{ memberId, memberNo: memberNo as MemberNo, before: before ?? undefined },
      };
      const { confirmed, photoName } = await delivery.byPage(delivered, signal);
      return { confirmed, photoName: photoName ?? null };
    },
    async "photo.write"({ case: id }, { signal }) {
      await direct.write(id as CaseId, signal);
      return views.of(id as CaseId);
    },
  };
}
