import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { useModel } from "../../state/model.ts";
import { ChooseFile } from "../../ui/choose-file.tsx";
import { decode } from "../../ui/picture.tsx";
import { useDesigning } from "./designing.ts";
import { templateOf } from "./draft/draft.ts";
import { assetsOf, isPicture, LARGEST_PICTURE_BYTES } from "./new-pictures.ts";

export interface Uploaded {
  readonly asset: string;
  /** Width to height. */
  readonly ratio: number;
}

/** A picture from a file for this design. What is no PNG or JPEG is refused here, and once more by the daemon. */
export function PictureUpload({
  label,
  onPicture,
  testid,
}: {
  readonly label: string;
  readonly onPicture: (picture: Uploaded) => void;
  readonly testid: string;
}) {
  const { properties } = useModel().text.designer;
  const { session } = useDesigning();
  const isRefused = useSignal(false);
  const hint = useId();

  const take = async (file: File): Promise<void> => {
    isRefused.value = true;
    if (file.size > LARGEST_PICTURE_BYTES) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const bitmap = isPicture(bytes) ? await decode(bytes).catch(() => undefined) : undefined;
    if (!bitmap) return;
    isRefused.value = false;
    const asset = session.pictures.add(bytes, assetsOf(templateOf(session.draft)));
    onPicture({ asset, ratio: bitmap.width / bitmap.height });
    bitmap.close();
  };
  return (
    <div class="upload">
      <ChooseFile
        accept="image/png,image/jpeg"
        label={label}
        describedBy={hint}
        testid={testid}
        onFile={(file) => void take(file)}
      />
      <p class={isRefused.value ? "field-error ti-t-bad" : "ti-meta"} id={hint} role="status">
        {isRefused.value ? properties.notPicture : properties.uploadHint}
      </p>
    </div>
  );
}
