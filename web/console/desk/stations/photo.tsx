import { useSignal } from "@preact/signals";
import type { CaseView } from "../../../../src/bridge/protocol/shapes.ts";
import { FileButton } from "../../../photo/file-button.tsx";
import { FolderButton } from "../../../photo/folder-button.tsx";
import { LivePreview } from "../../../photo/live-preview.tsx";
import { BROWSER, type PhotoSession, type Shot, usePhotoSession } from "../../../photo/photo-session.ts";
import { useBrowserByDefault } from "../../photo/browser-by-default.ts";
import { CameraTrouble } from "../../photo/camera-trouble.tsx";
import { LendButton, waitsForPage } from "../../photo/lend-button.tsx";
import { PhotoDialog } from "../../photo/photo-dialog.tsx";
import { useModel } from "../../state/model.ts";
import { useAction } from "../../ui/action.ts";
import { FaultNote } from "../../ui/fault-note.tsx";
import { Icon } from "../../ui/icons.tsx";
import { MainButton } from "../../ui/main-button.tsx";
import { completeStep } from "../complete-step.ts";
import { StepHead } from "../step-head.tsx";

export function PhotoStation({ view }: { readonly view: CaseView }) {
  const model = useModel();
  const { text } = model;
  const session = usePhotoSession();
  useBrowserByDefault(session);
  const open = useSignal<Shot | "folder" | undefined>(undefined);
  const skipping = useAction();
  const isDown = session.device?.health.level === "down";
  const isBlind = session.camera.value === BROWSER && session.browser.value === undefined;

  const show = (shot: Shot): void => {
    open.value = shot;
  };
  const index = view.steps.findIndex(({ key }) => key === view.now);
  const next = view.steps[index + 1];

  return (
    <section class="ti-panel work" aria-labelledby="now">
      <LivePreview session={session} />
      <div class="act">
        <StepHead view={view} />
        <ShutterButton session={session} isBlocked={isDown || isBlind} onShot={show} />
        <div class="notes">
          <FaultNote fault={session.taking.fault ?? skipping.fault} />
          <CameraTrouble session={session} />
        </div>
        <div class="alts">
          <FileButton session={session} onShot={show} />
          <FolderButton
            session={session}
            onOpen={() => {
              open.value = "folder";
            }}
          />
          {waitsForPage(session) ? <LendButton /> : <CameraChoice session={session} />}
          <button
            type="button"
            class="ti-btn ti-btn-left"
            data-testid="skip-step"
            onClick={() => skipping.run(() => completeStep(model, view, { result: "not-needed" }))}
          >
            <Icon name="arrow" />
            {text.case.skip}
          </button>
        </div>
        {next ? (
          <p class="then">
            <Icon name="arrow" size="small" />
            <span>{text.photo.after(text.steps[next.key].title)}</span>
          </p>
        ) : null}
      </div>
      {open.value ? (
        <PhotoDialog
          view={view}
          session={session}
          first={open.value}
          onClose={() => {
            open.value = undefined;
          }}
        />
      ) : null}
    </section>
  );
}

function ShutterButton({
  session,
  isBlocked,
  onShot,
}: {
  readonly session: PhotoSession;
  readonly isBlocked: boolean;
  readonly onShot: (shot: Shot) => void;
}) {
  const { text } = useModel();
  return (
    <MainButton
      icon="camera"
      label={text.photo.take}
      keyName={text.keys.space}
      takesSpace
      action={session.taking}
      onPress={() => session.take(onShot)}
      blockedBy={isBlocked ? text.photo.noCamera : undefined}
    />
  );
}

/** The next camera in turn: those of the desk, then the browser's. */
function CameraChoice({ session }: { readonly session: PhotoSession }) {
  const { text } = useModel();
  const ids = [...session.cameras.map(({ device }) => device), BROWSER];
  const next = ids[(ids.indexOf(session.camera.value) + 1) % ids.length] ?? BROWSER;
  const isBrowser = next === BROWSER;
  return (
    <button
      type="button"
      class="ti-btn ti-btn-left"
      data-testid="change-camera"
      onClick={() => {
        if (isBrowser) session.useBrowser();
        else session.camera.value = next;
      }}
    >
      <Icon name="sliders" />
      {isBrowser ? text.photo.browser : text.photo.desk}
    </button>
  );
}
