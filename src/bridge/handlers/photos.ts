import { createHash } from "node:crypto";
import { jpegSizeOf } from "../../devices/index.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { CaseId, MemberNo } from "../../kernel/types.ts";
import type { Handlers } from "../dispatch.ts";
import type { CaseViews } from "../flows/case-views.ts";
import type { CaseService } from "../flows/cases.ts";
import type { DirectDelivery } from "../flows/direct-delivery.ts";
import type { PhotoDelivery } from "../flows/photo-delivery.ts";
import type { LazyRendering } from "../lazy-rendering.ts";

type PhotoCommands = "photo.keep" | "photo.get" | "photo.prepare" | "photo.delivered" | "photo.write";

interface Dependencies {
  readonly cases: CaseService;
  readonly views: CaseViews;
  readonly renderer: LazyRendering;
  readonly delivery: PhotoDelivery;
  readonly direct: DirectDelivery;
}

export function photoHandlers({
  cases,
  views,
  renderer,
  delivery,
  direct,
}: Dependencies): Pick<Handlers, PhotoCommands> {
  return {
    async "photo.keep"({ case: id, photo, source, crop }, context) {
      const { session, signal } = context;
      const jpeg = await renderer.cropPhoto(session.frames.take(photo), crop, signal);
      cases.keepPhoto(id as CaseId, jpeg, source);
      // A page inside INLISLite puts the photo where its own form expects it.
      if (session.isConsole) context.afterReply(() => direct.begin(id as CaseId));
      return views.of(id as CaseId);
    },
    async "photo.get"({ case: id }, { session }) {
      const jpeg = cases.photoOf(id as CaseId);
      if (!jpeg) throw new TitianError("PHOTO_MISSING");
      return { photo: session.frames.hold(jpeg) };
    },
    async "photo.prepare"({ photo, crop }, { session, signal }) {
      const jpeg = await renderer.cropPhoto(session.frames.take(photo), crop, signal);
      const { widthPx, heightPx } = jpegSizeOf(jpeg) ?? { widthPx: 0, heightPx: 0 };
      const sha256 = createHash("sha256").update(jpeg).digest("hex");
      return { photo: session.frames.hold(jpeg), widthPx, heightPx, sha256 };
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
