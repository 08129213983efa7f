/** Finds files that look like content but have names under which they are not read. */
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Endings of Markdown files, most of which are not read here. */
const MARKDOWN_FILE = /\.(md|markdown|mdown|mdwn|mkd|mkdn|mdtext|mdtxt|mdx|mdoc|rmd|qmd)$/i;
/** Files from which other engines make pages: content if they begin with front matter. */
const TEXT_FILE = /\.(html?|xhtml|txt|text|njk|liquid|hbs|ejs|pug|haml|webc|org|rst|adoc|asciidoc|textile)$/i;
/** Files in `_data/` of versions that had no `pages/`. */
const FORMER_PAGE = /^(about|intro)\.\w+$/i;

const FRONT_MATTER = /^\uFEFF?(---|\+\+\+|;;;)[ \t]*[a-z]*\r?\n/;
const LONGEST_OPENING = 32;

/** Looks through `files`, which are in the folders of collections and are no content files, and through `_data/`. */
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
