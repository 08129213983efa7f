/** People by the keys that posts name them by, where a site has files about them. */
import { join } from "node:path";
import type { SourceAuthor } from "../source-site.ts";
import { readDataFile } from "./config.ts";
import { yamlList } from "./matter.ts";
import { MARKDOWN, type Tree } from "./tree.ts";
import { textAt } from "./tree-files.ts";
import { firstText } from "./values.ts";

/** All in one: `_data/authors.yml` of Jekyll, `data/authors.toml` of Hugo, `blog/authors.yml` of Docusaurus. */
const ALL = /(^|\/)(authors|people)\.(ya?ml|json|toml)$/i;
/** A file each: `src/content/authors/ada.json` of Astro, `content/authors/ada/_index.md` of Hugo, `_authors/ada.md` of Jekyll. */
const EACH = /(^|\/)_?(authors|people)\/([^/]+?)(\/_?index)?\.(ya?ml|json|toml|mdx?|markdown)$/i;

/** `named` are files that the site's settings name for it. */
export async function peopleIn(tree: Tree, named: readonly string[] = []): Promise<ReadonlyMap<string, SourceAuthor>> {
  const people = new Map<string, SourceAuthor>();
  const add = (key: string, data: unknown) => {
    const name = firstText(data, "name", "title", "display_name", "displayName");
    if (key && name && !people.has(key))
      people.set(key, { key, name, url: firstText(data, "url", "website", "homepage", "web") });
  };
  for (const file of tree.files) {
    const [, , , key = ""] = EACH.exec(file) ?? [];
    if (ALL.test(file) || named.includes(file)) {
      const rows = listIn(textAt(tree.root, file) ?? "");
      for (const row of rows) add(firstText(row, "key", "id", "slug", "username") ?? "", row);
      const data = rows.length > 0 ? {} : await readDataFile(join(tree.root, file));
      for (const [name, person] of Object.entries(data)) add(name, person);
    } else if (key && !/^_?index$/i.test(key)) {
      add(key, MARKDOWN.test(file) ? tree.read(file)?.data : await readDataFile(join(tree.root, file)));
    }
  }
  return people;
}

function listIn(text: string): readonly unknown[] {
  return /^\s*(-|\[)/m.test(text.replace(/^(#.*|---)?\n/gm, "").slice(0, 200)) ? yamlList(text) : [];
}
