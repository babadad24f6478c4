import { createHash } from "node:crypto";
import { AS_TAKEN } from "../../cards/photo-look.ts";
import { jpegSizeOf } from "../../devices/index.ts";
import type { CaseId, MemberNo } from "../../kernel/types.ts";
import type { Handlers, RequestContext } from "../dispatch.ts";
import type { CasePhotos } from "../flows/case-photos.ts";
import type { CaseViews } from "../flows/case-views.ts";
import type { DirectDelivery } from "../flows/direct-delivery.ts";
import type { PhotoDelivery } from "../flows/photo-delivery.ts";
import type { LazyRendering } from "../lazy-rendering.ts";
import type { CaseView } from "../protocol/shapes.ts";

type PhotoCommands =
  | "photo.keep"
  | "photo.get"
  | "photo.original"
  | "photo.edit"
  | "photo.prepare"
  | "photo.delivered"
  | "photo.write";

interface Dependencies {
  readonly photos: CasePhotos;
  readonly views: CaseViews;
  readonly renderer: LazyRendering;
  readonly delivery: PhotoDelivery;
  readonly direct: DirectDelivery;
}

export function photoHandlers({
  photos,
  views,
  renderer,
  delivery,
  direct,
}: Dependencies): Pick<Handlers, PhotoCommands> {
  /** A page inside INLISLite puts the photo where its own form expects it. */
  const kept = (id: CaseId, context: RequestContext): CaseView => {
    if (context.session.isConsole) context.afterReply(() => direct.begin(id));
    return views.of(id);
  };
  return {
    async "photo.keep"({ case: id, photo, source, crop, look = AS_TAKEN }, context) {
      const { session, signal } = context;
      await photos.keep(id as CaseId, session.frames.take(photo), source, { crop, look }, signal);
      return kept(id as CaseId, context);
    },
    async "photo.get"({ case: id, copy = "card" }, { session, signal }) {
      return { photo: session.frames.hold(await photos.get(id as CaseId, copy, signal)) };
    },
    async "photo.original"({ case: id }, { session }) {
      const { picture, edits } = photos.original(id as CaseId);
      return { photo: session.frames.hold(picture), ...edits };
    },
    async "photo.edit"({ case: id, ...edits }, context) {
      await photos.edit(id as CaseId, edits, context.signal);
      return kept(id as CaseId, context);
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
