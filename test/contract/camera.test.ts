import { describeCamera } from "./camera.contract.ts";
import { hardware, makeDevice } from "./make-device.ts";

describeCamera("simulator", () => makeDevice("simulator-camera", { captureMs: 20, framesPerSecond: 30 }));
describeCamera("ffmpeg's test picture", () =>
  makeDevice("camera-ffmpeg", { device: "test", settleMs: 100, lingerMs: 200 }),
);

const real = hardware("HARDWARE_CAMERA");
if (real) describeCamera(real.driver, () => makeDevice(real.driver, real.options));
