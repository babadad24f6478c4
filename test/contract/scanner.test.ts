import { makeDevice } from "./make-device.ts";
import { describeScanner } from "./scanner.contract.ts";

describeScanner("simulator", async () => {
  const device = await makeDevice("simulator-scanner");
  return {
    device,
    scan: (text) => device.capability("simulation.scan")!.scan(text),
    unplug: () => device.capability("simulation")!.simulate(["unplug"]),
  };
});
