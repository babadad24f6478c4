/** As service-install/systemd/titian.service starts it. */
export const DAEMON_FLAGS = ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=2"] as const;
