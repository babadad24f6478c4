import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    pool: "forks",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Of its own accord vitest gives up after one second, which two busy cores do not always have.
    expect: { poll: { timeout: 20_000 } },
  },
});
