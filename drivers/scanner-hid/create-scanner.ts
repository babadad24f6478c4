import type { DriverSurroundings } from "../../src/devices/index.ts";
import { nodeHid } from "./node-hid.ts";
import { HidScanner, type Options } from "./scanner.ts";

export default (surroundings: DriverSurroundings<Options>): HidScanner =>
  new HidScanner(surroundings, nodeHid);
