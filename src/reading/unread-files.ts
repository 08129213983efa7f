/** Files in a collection's folder that look like content, and are not read since their names do not end in `.md`. */
import { open } from "node:fs/promises";
import { join } from "node:path";

/** Other endings of Markdown's, in any case. */
export const MARKDOWN_FILE = /\.(md|markdown|mdown|mdwn|mkd|mkdn|mdtext|mdtxt|mdx|mdoc|rmd|qmd)$/i;
/** What other engines make pages of: content where it begins with front matter. */
const TEXT_FILE = /\.(html?|xhtml|txt|text|njk|liquid|hbs|ejs|pug|haml|webc|org|rst|adoc|asciidoc|textile)$/i;

const FRONT_MATTER = /^\uFEFF?(---|\+\+\+|;;;)[ \t]*[a-z]*\r?\n/;
const LONGEST_OPENING = 32;

/** Of these files, those that look like content. */
export async function unreadFiles(siteDir: string, files: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    files.map(async (file) => {
      if (MARKDOWN_FILE.test(file)) return [file];
      return TEXT_FILE.test(file) && FRONT_MATTER.test(await openingOf(join(siteDir, file))) ? [file] : [];
    }),
  );
  return found.flat();
}

async function openingOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_OPENING));
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}
