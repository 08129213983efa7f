/** A folder under the system's own for temporary files; it goes when the test file ends. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** Call at a test file's top. */
export function useTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
