import type { PhotoSession } from "../../photo/photo-session.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";

/** Whether the chosen camera waits for a page, and this page could be the one. */
export const waitsForPage = ({ device }: PhotoSession): boolean =>
  device?.health.level === "down" && device.capabilities.includes("camera.page");

/** The browser asks before it gives its camera, and it asks only when a person has pressed something. */
export function LendButton() {
  const { text, lending } = useModel();
  return (
    <button
      type="button"
      class="ti-btn ti-btn-left"
      data-testid="lend-camera"
      onClick={() => void lending.ask()}
    >
      <Icon name="camera" />
      {text.photo.lend}
    </button>
  );
}
