/** Every content file must become a page or be withheld; otherwise it would go missing silently. */
import { posix } from "node:path";
import type { Problem } from "../content/problems/problem.ts";

/** `files` look like content and are not read; `used` are those that a page publishes or shows, which is what they are for. */
export function checkUnreadFiles(files: readonly string[], used: ReadonlySet<string>): Problem[] {
  return files
    .filter((file) => !used.has(file))
    .map((file) => {
      if (file.startsWith("_data/")) return formerPage(file);
      const hint = `rename it to ${contentName(posix.basename(file))}`;
      const why = file.endsWith(".md")
        ? "is not read under this name"
        : "is not read, since its name does not end in .md";
      return { file, message: why, hint };
    });
}

/** `_data/about.md` and `_data/intro.md` were pages once. */
function formerPage(file: string): Problem {
  const isHome = /intro\.\w+$/i.test(file);
  const hint = isHome
    ? 'make it pages/index.md, with "sections: [text, posts]" between two lines of --- above its text'
    : 'make it pages/about.md, with "title: About" between two lines of --- above its text';
  return { file, message: "is not read here: pages stand in pages/", hint };
}

/** `Notes.MD`, `notes.markdown` and `notes.md.txt` are all to be `notes.md`. */
function contentName(name: string): string {
  const stem = name.slice(0, -posix.extname(name).length).toLowerCase();
  return stem.endsWith(".md") ? stem : `${stem}.md`;
}
