import type { DeviceRegistry } from "../../devices/registry.ts";
import type { DeviceId } from "../../kernel/types.ts";
import type { Handlers } from "../dispatch.ts";
import type { PageCameras } from "../flows/page-cameras.ts";

type CameraCommands =
  | "camera.lend"
  | "camera.withdraw"
  | "camera.deliver"
  | "camera.deliverFailed"
  | "camera.previewFrame"
  | "inbox.list"
  | "inbox.thumbnail"
  | "inbox.take";

/** Cameras that pages lend, and pictures that wait in a folder. */
export function cameraHandlers(devices: DeviceRegistry, pages: PageCameras): Pick<Handlers, CameraCommands> {
  return {
    async "camera.lend"({ device, label }, { session }) {
      pages.lend(device as DeviceId, label, session);
      return {};
    },
    async "camera.withdraw"({ device }, { session }) {
      pages.withdraw(device as DeviceId, session);
      return {};
    },
    async "camera.deliver"({ request, photo, widthPx, heightPx }, { session }) {
      const jpeg = session.frames.pull(photo);
      return { isWanted: pages.deliver(request, { jpeg, widthPx, heightPx }, session) };
    },
    async "camera.deliverFailed"({ request, reason }, { session }) {
      return { isWanted: pages.fail(request, reason, session) };
    },
    async "camera.previewFrame"({ request, jpeg }, { session }) {
      return { isWanted: pages.show(request, session.frames.pull(jpeg), session) };
    },
    async "inbox.list"({ device }, { signal }) {
      const photos = await devices.require(device as DeviceId, "camera.inbox").photos(signal);
      return {
        photos: photos.slice(0, 100).map(({ id, arrivedAt, ...size }) => ({
          photo: id,
          arrivedAt: arrivedAt.toISOString(),
          ...size,
        })),
      };
    },
    async "inbox.thumbnail"({ device, photo }, { session, signal }) {
      const jpeg = await devices.require(device as DeviceId, "camera.inbox").thumbnail(photo, signal);
      return { jpeg: session.frames.send(jpeg) };
    },
    async "inbox.take"({ device, photo }, { session, signal }) {
      const inbox = devices.require(device as DeviceId, "camera.inbox");
      const { jpeg, widthPx, heightPx } = await inbox.take(photo, signal);
      return { photo: session.frames.hold(jpeg), widthPx, heightPx };
    },
  };
}
