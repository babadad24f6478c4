import koffi from "koffi";

const STATES = { starting: 2, stopping: 3, running: 4, stopped: 1 } as const;
export type ServiceState = keyof typeof STATES;

const OWN_PROCESS = 0x10;
/** SERVICE_ACCEPT_STOP and SERVICE_ACCEPT_SHUTDOWN. */
const ACCEPTS = 0x1 | 0x4;
const STOP = 1;
const SHUTDOWN = 5;
/** Longer than the daemon has to stop. */
const PATIENCE_MS = 40_000;

/**
 * The conversation between a service and Windows' service manager: advapi32 as winsvc.h declares it. ServiceMain and the
 * handler run on threads of Windows' own; koffi brings both to Node's, where they take no time.
 */
export class ServiceDispatcher {
  /** Resolves when Windows has called ServiceMain: from then on it wants to hear of every state. */
  readonly started: Promise<void>;
  readonly #advapi = koffi.load("advapi32.dll");
  readonly #name: string;
  #handle: unknown;
  #setStatus = this.#advapi.func("__stdcall", "SetServiceStatus", "int", ["void *", "void *"]);
  readonly #callbacks: readonly bigint[];
  #begin: () => void = () => undefined;

  /** Throws off Windows. */
  constructor(name: string, stop: () => void) {
    this.#name = name;
    this.started = new Promise((resolve) => {
      this.#begin = resolve;
    });
    const dword = "uint32_t";
    const handler = koffi.proto("__stdcall", "TitianHandlerEx", dword, [dword, dword, "void *", "void *"]);
    const main = koffi.proto("__stdcall", "TitianServiceMain", "void", [dword, "void *"]);
    const onControl = koffi.register((control: number) => {
      if (control === STOP || control === SHUTDOWN) stop();
      // Also to what is not known: NO_ERROR keeps the service manager's interrogation content.
      return 0;
    }, koffi.pointer(handler));
    const register = this.#advapi.func("__stdcall", "RegisterServiceCtrlHandlerExW", "void *", [
      ...["str16", koffi.pointer(handler), "void *"],
    ]);
    const onMain = koffi.register(() => {
      this.#handle = register(this.#name, onControl, null);
      this.tell("starting");
      this.#begin();
    }, koffi.pointer(main));
    this.#callbacks = [onControl, onMain];
  }

  /** Resolves when Windows has taken note that the service stopped. Throws when this process was not started as a service. */
  run(): Promise<void> {
    const entry = koffi.struct({ name: "str16", main: "void *" });
    const dispatch = this.#advapi.func("__stdcall", "StartServiceCtrlDispatcherW", "int", [
      koffi.pointer(entry),
    ]);
    const table = [
      { name: this.#name, main: this.#callbacks[1] },
      { name: null, main: null },
    ];
    return new Promise((resolve, reject) => {
      dispatch.async(table, (error: Error | null, isDone: number) => {
        if (error) reject(error);
        else if (isDone === 0) reject(new Error("Windows has not started this as a service"));
        else resolve();
      });
    });
  }

  tell(state: ServiceState): void {
    const isMoving = state === "starting" || state === "stopping";
    // SERVICE_STATUS: type, state, accepts, exit code, own exit code, check point, wait hint.
    const status = Uint32Array.of(
      ...[OWN_PROCESS, STATES[state], state === "running" ? ACCEPTS : 0],
      ...[0, 0, isMoving ? 1 : 0, isMoving ? PATIENCE_MS : 0],
    );
    this.#setStatus(this.#handle, status);
  }
}
