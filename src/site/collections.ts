/** The table of collections. A row, a schema and a page are all that a collection needs. */
import type { Collection, CollectionOf, Ordered } from "../content/collection.ts";
import type { CollectionList } from "../content/content.ts";
import type { Entry } from "../content/entry.ts";
import type { EntryOf, EntrySchema } from "../content/entry-keys.ts";
import { englishLabels } from "../content/labels.ts";
import { byPath, PAGES, PlainPageFrontMatter } from "../content/plain-page.ts";
import { PostFrontMatter } from "../content/post.ts";
import { byOrder, isOfKind, PROJECTS, ProjectFrontMatter, projectLabel } from "../content/project.ts";
import type { Page } from "../theme/page.ts";
import type { View } from "../theme/view.ts";

/** A row with the functions that make its pages. */
export interface CollectionRow extends Collection {
  page(view: View, entry: Entry): Page;
  /** The page that lists all entries. Without it, entries are listed by date, with year pages. */
  list?(view: View, list: CollectionList): Page;
}

/** In the order in which lists, feeds and search show them. */
export const collections: readonly CollectionRow[] = [
  row({
    name: "posts",
    folder: "posts",
    labels: englishLabels("posts"),
    schema: PostFrontMatter,
    summary: "description",
    keywords: "tags",
    page: (view, post) => view.theme.pages.post(view, post),
  }),
  row({
    name: PROJECTS,
    folder: "projects",
    labels: englishLabels(PROJECTS),
    schema: ProjectFrontMatter,
    summary: "summary",
    keywords: "stack",
    references: { related: "posts" },
    labelOf: projectLabel,
    compare: byOrder,
    parts: [
      { name: "case studies", title: "selectedWork", has: isOfKind("case study") },
      { name: "open source", title: "openSource", has: isOfKind("open source") },
    ],
    page: (view, project) => view.theme.pages.project(view, project),
    list: (view, list) => view.theme.pages.projects(view, list),
  }),
  row({
    name: PAGES,
    folder: "pages",
    labels: englishLabels(PAGES),
    schema: PlainPageFrontMatter,
    summary: "description",
    isStandalone: true,
    compare: byPath,
    page: (view, entry) => view.theme.pages.plain(view, entry),
  }),
];

/** Checks a row against its own schema. Its result takes any entry: a row is only given entries of its own collection. */
export function row<Schema extends EntrySchema>(
  columns: CollectionOf<Schema> & Ordered<Schema> & PageOf<Schema> & Pick<CollectionRow, "list">,
): CollectionRow {
  return columns;
}

interface PageOf<Schema extends EntrySchema> {
  page(view: View, entry: EntryOf<Schema>): Page;
}
