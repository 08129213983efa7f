/** 0.2.0: `_data/about.md` and `_data/intro.md` are `pages/about.md` and `pages/index.md`, with front matter. */
import type { Migrated, SiteTexts } from "../migration.ts";

interface FormerPage {
  from: string;
  to: string;
  /** The lines of its front matter. */
  matter: (texts: SiteTexts) => string[];
}

const PAGES: readonly FormerPage[] = [
  { from: "_data/about.md", to: "pages/about.md", matter: (texts) => [`title: ${isGerman(texts) ? "Über" : "About"}`] },
  // The order in which the home page had them.
  {
    from: "_data/intro.md",
    to: "pages/index.md",
    matter: () => ["sections: [text, case studies, open source, posts]"],
  },
];

/** The destination of a link or a picture: `](picture.png "title")`. */
const DESTINATION = /\]\(\s*<?([^)\s>]+)/g;
const BESIDE = /^(?!\.\.\/|\/|#|[a-z][a-z\d+.-]*:)/i;

export function formerPages(texts: SiteTexts): Migrated {
  const all: Migrated = { changes: [], left: [] };
  for (const { from, to, matter } of PAGES) {
    const text = texts.get(from);
    if (text === undefined) continue;
    if (texts.has(to)) {
      all.left.push(`${from} is not read any more, and ${to} exists: put into that what you want to keep`);
      continue;
    }
    const end = text.includes("\r\n") ? "\r\n" : "\n";
    const opening = ["---", ...matter(texts), "---", "", ""].join(end);
    all.changes.push({
      path: to,
      text: opening + text.replace(/^\uFEFF/, ""),
      says: `is the text of ${from}, with front matter`,
    });
    all.changes.push({ path: from, text: undefined, says: `is ${to} now` });
    const beside = [...text.matchAll(DESTINATION)].map(([, path = ""]) => path).filter((path) => BESIDE.test(path));
    for (const path of beside) all.left.push(`${to} names ${path}, which was beside ${from}: move it`);
  }
  if (/\bwords\s*:\s*\{[^}]*\babout\s*:/.test(settingsOf(texts))) {
    all.left.push("_data/site.ts: words.about is not a phrase any more; the title of pages/about.md takes its place");
  }
  return all;
}

/** The page's title was the engine's, in the site's language. */
function isGerman(texts: SiteTexts): boolean {
  return /\blanguage\s*:\s*["'`]de\b/.test(settingsOf(texts));
}

function settingsOf(texts: SiteTexts): string {
  return texts.get("_data/site.ts") ?? "";
}
