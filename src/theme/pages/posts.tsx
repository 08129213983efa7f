/** `/posts/`: the essays by year, and the page of each year where they are many. */
import type { JSX } from "preact";
import { MOST_LISTED, type PostListing, type YearPage } from "../../content/year-pages.ts";
import { PostList } from "../components/post-list.tsx";
import { Section } from "../components/section.tsx";
import { Years } from "../components/years.tsx";
import { wholeNumber } from "../format.ts";
import { Document } from "../layouts/document.tsx";
import { href, type View } from "../view.ts";

export function PostsPage({ view, list }: { view: View; list: PostListing }): JSX.Element {
  const { name, posts } = list;
  const years = Map.groupBy(posts.slice(0, MOST_LISTED), (post) => post.published.year);
  return (
    <Document view={view} info={{ title: name, description: "Every essay, newest first." }} kind="list">
      <header class="opening">
        <h1>{name}</h1>
        <p>
          {posts.length === 0 ? "There is no essay here yet." : orderOf(view, list)} Also{" "}
          <a href={href(view, "/tags/")}>by tag</a>, and <a href={href(view, "/subscribe/")}>by feed</a> as they appear.
        </p>
        <Years view={view} list={list} />
      </header>
      {[...years].map(([year, ofYear]) => (
        <Section title={String(year)} id={`y${year}`}>
          <PostList view={view} posts={ofYear} />
        </Section>
      ))}
    </Document>
  );
}

/** What of the list stands on its page. */
function orderOf(view: View, { posts }: PostListing): string {
  const count = wholeNumber(posts.length, view.content.site.language);
  return posts.length > MOST_LISTED
    ? `The newest ${MOST_LISTED} of ${count}, and all of them by year.`
    : "Newest first.";
}

/** `/posts/years/2026/`, `/tags/sql/years/2026/`: what was published in one year. */
export function YearListPage({ view, page }: { view: View; page: YearPage }): JSX.Element {
  const { name, posts, list, year } = page;
  const count = posts.length === 1 ? "One essay" : `${wholeNumber(posts.length, view.content.site.language)} essays`;
  const description = `${list.name}: ${count.toLowerCase()} of ${year}, newest first.`;
  return (
    <Document view={view} info={{ title: name, description, within: list }} kind="list">
      <header class="opening">
        <h1>{name}</h1>
        <p>
          {count}, newest first. <a href={href(view, list.path)}>{list.name}</a> of all years.
        </p>
        <Years view={view} list={list} />
      </header>
      <PostList view={view} posts={posts} titles="h2" />
    </Document>
  );
}
