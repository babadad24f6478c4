import { useSignal } from "@preact/signals";
import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
import { useModel } from "../state/model.ts";
import { useScan } from "../state/use-scan.ts";
import { type Action, useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon, type IconName } from "../ui/icons.tsx";
import { Note } from "../ui/note.tsx";
import { Picture } from "../ui/picture.tsx";
import { modelOf, nameOf } from "./device-kind.ts";
import { testOf } from "./device-test.ts";
import { seconds, useTestPrint } from "./use-test-print.ts";

/** Tries one device: a picture that is not kept, a scan whose text is not shown, or a printed test. */
export function TestDialog({
  device,
  onClose,
}: {
  readonly device: DeviceView;
  readonly onClose: () => void;
}) {
  const { text } = useModel();
  const test = testOf(device, text);
  return (
    <Dialog
      title={text.care.testTitle}
      lead={`${nameOf(text, device)} · ${modelOf(text, device)}`}
      onClose={onClose}
      testid="test-dialog"
    >
      <div class="dialog-body">
        {test ? <p>{test.lead}</p> : null}
        {test?.way === "print" ? <PrintTest device={device} /> : null}
        {test?.way === "photo" ? <PhotoTest device={device} /> : null}
        {test?.way === "scan" ? <ScanTest device={device} /> : null}
      </div>
    </Dialog>
  );
}

function PrintTest({ device }: { readonly device: DeviceView }) {
  const { text } = useModel();
  const { printing, state, took, print } = useTestPrint(device.device);
  const isDone = state.value === "done";
  return (
    <>
      <TestButton
        action={printing}
        icon="printer"
        label={isDone ? text.setup.card.again : text.care.testGo}
        testid="test-print"
        // Once something lies in the tray, Enter alone prints no more.
        isMain={!isDone}
        onPress={print}
      />
      {isDone ? <Note tone="ok" title={text.care.testDone(took.value)} testid="test-done" /> : null}
      <FaultNote fault={printing.fault} />
    </>
  );
}

function PhotoTest({ device }: { readonly device: DeviceView }) {
  const model = useModel();
  const { text, connection } = model;
  const taking = useAction();
  const shot = useSignal<{ bytes: Uint8Array; said: string } | undefined>(undefined);
  const take = (): void =>
    taking.run(async () => {
      const startMs = performance.now();
      const { photo, widthPx, heightPx } = await connection.call("camera.capture", { device: device.device });
      const bytes = await connection.frame(photo);
      const took = seconds(performance.now() - startMs, model.language);
      shot.value = { bytes, said: text.care.testPhotoDone(widthPx, heightPx, took) };
    });
  return (
    <>
      <TestButton
        action={taking}
        icon="camera"
        label={text.care.testPhoto}
        testid="test-photo"
        onPress={take}
      />
      {shot.value ? (
        <>
          <Picture bytes={shot.value.bytes} label={text.care.testPhotoLabel} class="test-photo" />
          <Note tone="ok" title={shot.value.said} testid="test-done" />
        </>
      ) : null}
      <FaultNote fault={taking.fault} />
    </>
  );
}

function TestButton({
  action,
  icon,
  label,
  testid,
  isMain = true,
  onPress,
}: {
  readonly action: Action;
  readonly icon: IconName;
  readonly label: string;
  readonly testid: string;
  readonly isMain?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      class={isMain ? "ti-btn ti-btn-go" : "ti-btn"}
      data-main={isMain ? true : undefined}
      data-testid={testid}
      aria-busy={action.isBusy}
      onClick={({ detail }) => {
        // The second half of a double click, when a quick printer has put out its card between the two.
        if (detail <= 1) onPress();
      }}
    >
      <Icon name={action.isSlow ? "run" : icon} class={action.isSlow ? "ti-spin" : undefined} />
      {label}
    </button>
  );
}

function ScanTest({ device }: { readonly device: DeviceView }) {
  const model = useModel();
  const { text } = model;
  const readAt = useSignal<string | undefined>(undefined);
  useScan((scan) => {
    if (scan.device === device.device) readAt.value = scan.at;
  });
  return readAt.value ? (
    <Note tone="ok" title={text.care.testScanDone(model.clock(readAt.value, true))} testid="test-done" />
  ) : (
    <Note tone="run" title={text.care.waiting} testid="test-waiting" />
  );
}
