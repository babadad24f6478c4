import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Action, useWork } from "../../console/ui/work.ts";
import type { Edited } from "../../photo/photo-edits.ts";
import type { Shot } from "../../photo/photo-session.ts";
import { type CompanionModel, useCompanion } from "../companion-model.ts";
import type { PhotoPlace, PutFailure } from "../pages/page.ts";
import { isConfirmed, jpegOfShot, type PhotoOwner, putPhoto } from "./deliver-photo.ts";
import { forgetPhoto, keepPhoto, keptPhoto } from "./kept-photo.ts";

/** A photo that INLISLite has not taken: why, or undefined for one from before the page was loaded anew. */
export interface Waiting {
  readonly jpeg: Uint8Array;
  readonly failure: PutFailure | undefined;
}

export interface Delivery {
  readonly sending: Action;
  readonly waiting: ReadonlySignal<Waiting | undefined>;
  send(shot: Shot, edited: Edited): void;
  retry(): void;
  /** Another photo is taken instead. */
  drop(): void;
}

/** The way of one photo into INLISLite, for the member that the page was about when the panel opened. */
export function useDelivery(place: PhotoPlace): Delivery {
  const model = useCompanion();
  const sending = useWork(model.text.link.lost);
  const caseId = model.shown.value?.case;
  const memberId = model.member.value?.memberId;
  const ownerName = memberId ?? `new ${caseId ?? ""}`;
  const waiting = useSignal<Waiting | undefined>(undefined);
  const before = usePhotoBefore(model, memberId);

  useEffect(() => {
    const kept = keptPhoto(ownerName);
    if (kept) waiting.value = { jpeg: kept.jpeg, failure: undefined };
  }, []);

  const deliver = async (jpeg: Uint8Array): Promise<void> => {
    const outcome = await putPhoto(place, jpeg);
    if ("failure" in outcome) {
      keepPhoto({ jpeg, owner: ownerName });
      waiting.value = { jpeg, failure: outcome.failure };
      return;
    }
    forgetPhoto();
    waiting.value = undefined;
    const owner = { caseId, memberId, ...before.value };
    if (outcome.put === "in-form") inForm(model, owner);
    else await stored(model, owner);
  };

  return {
    sending,
    waiting,
    send: (shot, edited) => sending.run(async () => deliver(await jpegOfShot(model, shot, edited, caseId))),
    retry: () => {
      const jpeg = waiting.peek()?.jpeg;
      if (jpeg) sending.run(() => deliver(jpeg));
    },
    drop: () => {
      forgetPhoto();
      waiting.value = undefined;
    },
  };
}

/** What INLISLite knows of the member's photo before a new one comes; it is what "changed" is measured against. */
function usePhotoBefore(model: CompanionModel, memberId: string | undefined) {
  const known = model.shown.value?.member ?? undefined;
  const before = useSignal<Pick<PhotoOwner, "memberNo" | "before">>({
    memberNo: known?.memberNo ?? model.member.value?.memberNo,
    before: known?.photoName ?? null,
  });
  useEffect(() => {
    if (memberId === undefined) return;
    model.connection.call("member.get", { memberId }).then(
      ({ member }) => {
        before.value = { memberNo: member.memberNo, before: member.photoName };
      },
      // Out of reach: then the page's own word has to do.
      () => undefined,
    );
  }, []);
  return before;
}

function inForm(model: CompanionModel, owner: PhotoOwner): void {
  const { drawer } = model.text;
  model.photoInForm.value = owner;
  model.panel.value = undefined;
  model.say({ tone: "ok", what: drawer.putInForm, mend: drawer.putInFormMend, testid: "photo-in-form" });
}

/** Says what came of it, once it is known. */
export async function stored(model: CompanionModel, owner: PhotoOwner): Promise<void> {
  const confirmed = await isConfirmed(model, owner);
  const { drawer } = model.text;
  model.panel.value = undefined;
  if (confirmed === false) {
    const { notConfirmed: what, notConfirmedMend: mend } = drawer;
    model.say({ tone: "warn", what, mend, testid: "photo-not-confirmed" });
  } else {
    model.say({ tone: "ok", what: drawer.stored, isPassing: true, testid: "photo-stored" });
  }
}
