import { Type } from "typebox";
import { BACKGROUNDS, LOOK_LIMITS } from "../cards/photo-look.ts";
import { Nullable, record } from "./event-shapes.ts";

const Share = Type.Number({ minimum: 0, maximum: 1 });

/** How a photo was made from its original: numbers and a colour, nothing of the person. */
export const PhotoEditsRecord = record({
  crop: record({ x: Share, y: Share, width: Share, height: Share }),
  look: record({
    quarterTurns: Type.Integer({ minimum: 0, maximum: 3 }),
    rollDegrees: Type.Number({ minimum: -LOOK_LIMITS.rollDegrees, maximum: LOOK_LIMITS.rollDegrees }),
    brightness: Type.Number({ minimum: LOOK_LIMITS.brightness.low, maximum: LOOK_LIMITS.brightness.high }),
    contrast: Type.Number({ minimum: LOOK_LIMITS.contrast.low, maximum: LOOK_LIMITS.contrast.high }),
    background: Nullable(Type.Enum(BACKGROUNDS)),
  }),
});
