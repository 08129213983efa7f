/** Files that look like content and are not read under the names that they have. */
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Other endings of Markdown's, in any case. */
const MARKDOWN_FILE = /\.(md|markdown|mdown|mdwn|mkd|mkdn|mdtext|mdtxt|mdx|mdoc|rmd|qmd)$/i;
/** What other engines make pages of: content where it begins with front matter. */
const TEXT_FILE = /\.(html?|xhtml|txt|text|njk|liquid|hbs|ejs|pug|haml|webc|org|rst|adoc|asciidoc|textile)$/i;
/** What stood in `_data/` before there were pages. */
const FORMER_PAGE = /^(about|intro)\.\w+$/i;

const FRONT_MATTER = /^\uFEFF?(---|\+\+\+|;;;)[ \t]*[a-z]*\r?\n/;
const LONGEST_OPENING = 32;

/** Of these files in collections' folders, none of which is a content file, and of those in `_data/`. */
export async function unreadFiles(siteDir: string, files: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    files.map(async (file) => {
      if (MARKDOWN_FILE.test(file)) return [file];
      return TEXT_FILE.test(file) && FRONT_MATTER.test(await openingOf(join(siteDir, file))) ? [file] : [];
    }),
  );
  const data = await readdir(join(siteDir, "_data")).catch(() => []);
  const former = data.filter((name) => FORMER_PAGE.test(name) && MARKDOWN_FILE.test(name));
  return [...found.flat(), ...former.map((name) => `_data/${name}`)];
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
