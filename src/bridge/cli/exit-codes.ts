/** Part of the contract with the service manager: it must not restart after 64, should after 70, and must after 75. */
export const EXIT = { stopped: 0, problemsFound: 1, configuration: 64, fault: 70, restart: 75 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
