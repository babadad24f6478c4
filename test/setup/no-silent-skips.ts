import type { Reporter, TestModule } from "vitest/node";

/** A whole run leaves nothing out unseen: a skipped or unfinished test is named and fails the run. */
export default class NoSilentSkips implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const left = modules.flatMap((module) => [
      ...[...module.children.allTests("skipped")].map((test) => `${module.moduleId}: ${test.fullName}`),
      ...[...module.children.allTests("pending")].map((test) => `${module.moduleId}: ${test.fullName}`),
    ]);
    if (left.length === 0) return;
    process.stderr.write(`\nThese tests did not run:\n${left.map((name) => `  - ${name}\n`).join("")}`);
    process.exitCode = 1;
  }
}
