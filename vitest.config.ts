import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    pool: "forks",
    setupFiles: ["test/setup/one-day.ts"],
    // For what hangs. A daemon's start takes one second by itself, and fifteen beside other work; tests have up to three of them.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // Of its own accord vitest gives up after one second, which two busy cores do not always have.
    expect: { poll: { timeout: 40_000 } },
  },
});
