/** Every content file must become a page or be withheld; otherwise it would go missing silently. */
import { posix } from "node:path";
import type { Problem } from "../content/problems/problem.ts";

/** `files` look like content and are not read; `used` are those that a page publishes or shows, which is what they are for. */
export function checkUnreadFiles(files: readonly string[], used: ReadonlySet<string>): Problem[] {
  return files
    .filter((file) => !used.has(file))
    .map((file) => {
      const hint = `rename it to ${contentName(posix.basename(file))}`;
      const why = file.endsWith(".md")
        ? "is not read under this name"
        : "is not read, since its name does not end in .md";
      return { file, message: why, hint };
    });
}

/** `Notes.MD`, `notes.markdown` and `notes.md.txt` are all to be `notes.md`. */
function contentName(name: string): string {
  const stem = name.slice(0, -posix.extname(name).length).toLowerCase();
  return stem.endsWith(".md") ? stem : `${stem}.md`;
}
