/** Which addresses there are beside those of posts and projects: a row, or a list of rows, makes one. */
import type { VNode } from "preact";
import { type Content, redirectsOf } from "../content/content.ts";
import { GONE, isPagePath } from "../content/redirect.ts";
import { essaysOf, listsOf, yearPagesOf } from "../content/year-pages.ts";
import { feedsOf, subscriptionsOf } from "../feeds/feeds.ts";
import { opml } from "../feeds/opml.ts";
import { llmsTxt, markdownPath } from "../feeds/plain-text.ts";
import { robots, sitemap } from "../feeds/sitemap.ts";
import { redirectsFile } from "../publish/redirects-file.ts";
import { openSearch } from "../search/opensearch.ts";
import { termIndex } from "../search/term-index.ts";
import { AboutPage } from "../theme/pages/about.tsx";
import { HomePage } from "../theme/pages/home.tsx";
import { NotFoundPage } from "../theme/pages/not-found.tsx";
import { PostsPage, YearListPage } from "../theme/pages/posts.tsx";
import { ProjectsPage } from "../theme/pages/projects.tsx";
import { RedirectPage } from "../theme/pages/redirect.tsx";
import { SearchPage } from "../theme/pages/search.tsx";
import { SubscribePage } from "../theme/pages/subscribe.tsx";
import { TagPage, TagsPage } from "../theme/pages/tags.tsx";
import { TermsPage } from "../theme/pages/terms.tsx";
import { renderPage } from "../theme/render-page.ts";
import type { View } from "../theme/view.ts";

export interface PageRow {
  /** Site-relative. */
  path: string;
  /** What asks for the address, for problems. */
  file: string;
  /** True for what a sitemap lists. */
  listed: boolean;
  render: (view: View) => string;
}

/** Stands in problems for the file that asks for an address. */
export const ENGINE = "the engine itself";

/** Every page, list of pages and redirect that is made from the content as a whole. */
export function pagesOf(content: Content): PageRow[] {
  const rows = [...listPages(content), ...redirects(content)];
  const listed = [...content.posts, ...content.projects, ...rows.filter((row) => row.listed)]
    .map(({ path }) => path)
    .sort();
  return [
    ...rows,
    file("/opensearch.xml", () => openSearch(content.site)),
    file("/sitemap.xml", () => sitemap(content, listed)),
    file("/robots.txt", () => robots(content)),
    file("/feeds.opml", () => opml(content)),
    file("/llms.txt", () => llmsTxt(content)),
    ...(redirectsOf(content).length > 0 ? [file("/_redirects", () => redirectsFile(content, movable(content)))] : []),
  ];
}

function listPages(content: Content): PageRow[] {
  const { tags, about } = content;
  const essays = essaysOf(content);
  const years = listsOf(content).flatMap(yearPagesOf);
  return [
    page("/", (view) => <HomePage view={view} />),
    page(essays.path, (view) => <PostsPage view={view} list={essays} />),
    ...years.map((year) => page(year.path, (view) => <YearListPage view={view} page={year} />)),
    page("/projects/", (view) => <ProjectsPage view={view} />),
    page("/tags/", (view) => <TagsPage view={view} />),
    ...tags.map((tag) => page(tag.path, (view) => <TagPage view={view} tag={tag} />)),
    ...(about ? [page("/about/", (view) => <AboutPage view={view} about={about} />)] : []),
    page("/subscribe/", (view) => <SubscribePage view={view} />),
    page("/search/terms/", (view) => <TermsPage view={view} terms={termIndex(content)} />),
    { ...page("/search/", (view) => <SearchPage view={view} />), listed: false },
    { ...page("/404.html", (view) => <NotFoundPage view={view} />), listed: false },
  ];
}

function redirects(content: Content): PageRow[] {
  const titles = new Map([...content.posts, ...content.projects].map(({ path, title }) => [path, title]));
  return redirectsOf(content)
    .filter(({ from, to }) => isPagePath(from) && to !== GONE)
    .map(({ from, to, file }) => ({
      ...page(from, (view) => <RedirectPage view={view} to={to} title={titles.get(to) ?? to} />),
      file,
      listed: false,
    }));
}

/** Files that lie beside a page, and lead to where it has gone with it. */
function movable(content: Content): string[] {
  const feeds = feedsOf(content).flatMap(subscriptionsOf);
  const years = listsOf(content).flatMap(yearPagesOf);
  return [
    ...[...feeds, ...years].map(({ path }) => path),
    ...[...content.posts, ...content.projects].map(markdownPath),
  ];
}

function page(path: string, node: (view: View) => VNode): PageRow {
  return { path, file: ENGINE, listed: true, render: (view) => renderPage(node(view)) };
}

function file(path: string, render: (view: View) => string): PageRow {
  return { path, file: ENGINE, listed: false, render };
}
