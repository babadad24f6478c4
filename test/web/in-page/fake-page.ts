import {
  type FormValues,
  type InlislitePage,
  type PageForm,
  type PageWarning,
  PhotoNotPut,
  type PhotoPlace,
  type PutFailure,
} from "../../../web/companion/pages/page.ts";
import { startCompanion } from "../../../web/companion/start.tsx";

/** Bundled as the companion's script for tests: everything real but the page, whose body's data attributes say what it is. */
const field = (name: string): HTMLInputElement | null =>
  document.querySelector<HTMLInputElement>(`#form [name="${name}"]`);

const valuesNow = (): FormValues => ({
  fullName: field("Fullname")?.value ?? "",
  memberNo: "",
  phone: field("Phone")?.value ?? "",
});

const undo = (target: EventTarget, name: string, listener: (event: Event) => void): Disposable => {
  target.addEventListener(name, listener);
  return { [Symbol.dispose]: () => target.removeEventListener(name, listener) };
};

function formOf(element: HTMLFormElement): PageForm {
  let isDirty = false;
  element.addEventListener("input", () => {
    isDirty = true;
  });
  return {
    values: valuesNow,
    isDirty: () => isDirty,
    onFirstEdit: (listener) => {
      let isFirst = true;
      return undo(element, "input", () => {
        if (isFirst) listener();
        isFirst = false;
      });
    },
    onSubmit: (listener) => undo(element, "submit", () => listener(valuesNow())),
    onSaved: (listener) =>
      undo(element, "fake-saved", () => {
        isDirty = false;
        listener();
      }),
    onNotSaved: (listener) => undo(element, "fake-not-saved", () => listener("server-error")),
  };
}

function photoOf(kind: InlislitePage["kind"]): PhotoPlace {
  return {
    buttonPlace: document.querySelector("#photo-buttons") ?? undefined,
    async put(jpeg) {
      const failure = document.body.dataset["fails"] as PutFailure | undefined;
      if (failure) throw new PhotoNotPut(failure);
      document.body.dataset["photoBytes"] = String(jpeg.length);
      document.body.dataset["photoStart"] = Array.from(jpeg.slice(0, 2), (b) => b.toString(16)).join("");
      return kind === "create" ? "in-form" : "stored";
    },
    releaseCamera: () => {
      document.body.dataset["released"] = "yes";
    },
  };
}

function fakePage(): InlislitePage | undefined {
  const { kind, memberId, memberNo, missing, takesNoPhoto, warns } = document.body.dataset;
  if (kind === undefined) return undefined;
  const form = document.querySelector<HTMLFormElement>("#form");
  const known = kind as InlislitePage["kind"];
  return {
    version: document.body.dataset["version"] === "3.2" ? "3.2" : "3.3",
    kind: known,
    member: memberId === undefined ? undefined : { memberId, memberNo },
    photo: takesNoPhoto === undefined && known !== "list" ? photoOf(known) : undefined,
    form: form ? formOf(form) : undefined,
    selected: () =>
      Array.from(document.querySelectorAll<HTMLInputElement>("input.tick:checked"), ({ value, dataset }) => ({
        memberId: value,
        memberNo: dataset["no"],
      })),
    actionPlace: document.querySelector("#actions") ?? undefined,
    missing: missing?.split("|") ?? [],
    warnings: (warns?.split("|") ?? []) as readonly PageWarning[],
    addressOf: (id) => `/anggota/edit/${id}`,
    photoAddressOf: (name) => `/uploads/${name}`,
    leave: () => undefined,
  };
}

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined;
startCompanion(script, (listener) => {
  const tell = (): void => listener(fakePage());
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", tell);
  else tell();
  return undo(document, "fake-page-changed", tell);
});
