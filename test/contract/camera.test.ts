import { fakePage } from "../drivers/camera-browser/fake-page.ts";
import { folderWithPhotos } from "../drivers/camera-folder/pictures.ts";
import { describeCamera } from "./camera.contract.ts";
import { hardware, makeDevice } from "./make-device.ts";

describeCamera("simulator", () => makeDevice("simulator-camera", { captureMs: 20, framesPerSecond: 30 }));
describeCamera("ffmpeg's test picture", () =>
  makeDevice("camera-ffmpeg", { device: "test", settleMs: 100, lingerMs: 200 }),
);
describeCamera("folder of photos", async () =>
  makeDevice("camera-folder", { folder: await folderWithPhotos(2) }),
);
describeCamera("camera of a browser page", async () => {
  const device = await makeDevice("camera-browser");
  device.capability("camera.page")!.attach(await fakePage());
  return device;
});

const real = hardware("HARDWARE_CAMERA");
if (real) describeCamera(real.driver, () => makeDevice(real.driver, real.options));
