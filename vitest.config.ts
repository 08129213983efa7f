import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** The tests of each project run in as many processes as there are cores, up to four, and share what a process has loaded. */
const SHARED = { isolate: false, pool: "forks", maxWorkers: Math.min(availableParallelism(), 4) } as const;
/** Nothing is shown by how long it takes, so limits are for what never ends, on machines that have other things to do as well. */
const PATIENT = { testTimeout: 120_000, hookTimeout: 600_000, expect: { poll: { timeout: 50_000 } } };
const ROOMS =
  "cache,checks,citations,content,elsewhere,export,feeds,import,looks,markdown,pictures,publish,reading,search,starter,theme,upgrade";

function project(name: string, include: string[]) {
  return { test: { name, include, setupFiles: "tests/support/drawn-cases.ts", ...SHARED, ...PATIENT } };
}

export default defineConfig({
  test: {
    globalSetup: "tests/support/build-shared-sites.ts",
    projects: [
      project("unit", ["tests/*.test.ts", `tests/{${ROOMS}}/**/*.test.ts`]),
      project("proof", ["tests/proof/**/*.test.ts"]),
      project("site", ["tests/{commands,eleventy,site}/**/*.test.ts"]),
      project("package", ["tests/package/**/*.test.ts"]),
      project("example", ["tests/example/**/*.test.ts"]),
      project("browser", ["tests/browser/**/*.test.ts"]),
    ],
    coverage: {
      provider: "v8",
      include: ["src/**/*.{ts,tsx}"],
      exclude: ["src/theme/client/**", "src/commands/fonts.ts"],
      reporter: ["text-summary"],
    },
  },
});
