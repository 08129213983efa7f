/** A content file becomes a page, or is withheld: one that is neither would be missing without a word. */
import { posix } from "node:path";
import type { Problem } from "../content/problems/problem.ts";

/** `files` look like content and are not read; `used` are those that a page publishes or shows, which is what they are for. */
export function checkUnreadFiles(files: readonly string[], used: ReadonlySet<string>): Problem[] {
  return files
    .filter((file) => !used.has(file))
    .map((file) => {
      const name = posix.basename(file);
      const hint = `rename it to ${name.slice(0, -posix.extname(name).length)}.md`;
      return { file, message: "does not become a page, since its name does not end in .md", hint };
    });
}
