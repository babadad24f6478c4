import type { Params } from "../../../src/bridge/protocol/commands.ts";

export type Source = Params<"batch.plan">["source"];
