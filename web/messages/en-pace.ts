import type { pace as indonesian } from "./id-pace.ts";

export const pace: typeof indonesian = {
  stepNear: "The step's target is nearly used up",
  stepOver: "The step's target is over",
  stepLeft: (left) => `Step: ${left} left`,
  stepPast: (over) => `Step ${over} over`,
  promiseLeft: (left) => `Nearly over, ${left} left`,
  promiseNear: "The service's time is nearly over",
  promiseOver: "The service's time is over",
  ready: (verdict) => `Ready to hand over · ${verdict.toLowerCase()}`,
  done: (took) => `Done in ${took}`,
  cancelled: "The service was cancelled",
  notServed: "Not served",
};
