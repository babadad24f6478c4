import type { EventEmitter } from "node:events";

type OnePayloadEach<Events> = { [E in keyof Events]: [payload: object] };

/** The subscription is the return value: whoever subscribes holds the means to stop. */
export function subscribe<Events extends OnePayloadEach<Events>, E extends keyof Events & string>(
  source: EventEmitter<Events>,
  event: E,
  listener: (payload: Events[E][0]) => void,
): Disposable {
  const emitter = source as EventEmitter;
  emitter.on(event, listener);
  return { [Symbol.dispose]: () => void emitter.off(event, listener) };
}
