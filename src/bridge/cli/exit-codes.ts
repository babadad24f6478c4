/** Part of the contract with the service manager: it must not restart after 64, and should after 70. */
export const EXIT = { stopped: 0, problemsFound: 1, configuration: 64, fault: 70 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
