/** `/tags/` and `/tags/<tag>/`. */
import type { JSX } from "preact";
import type { Tag } from "../../content/content.ts";
import { MOST_LISTED } from "../../content/year-pages.ts";
import { PostList } from "../components/post-list.tsx";
import { Years } from "../components/years.tsx";
import { Document } from "../layouts/document.tsx";
import { href, type View } from "../view.ts";

export function TagsPage({ view }: { view: View }): JSX.Element {
  const { tags } = view.content;
  return (
    <Document view={view} info={{ title: "Tags", description: "What the essays are about." }} kind="list">
      <header class="opening">
        <h1>Tags</h1>
        {tags.length === 0 && <p>No essay has a tag yet.</p>}
      </header>
      {tags.length > 0 && (
        <ul class="index">
          {tags.map(({ name, path, posts }) => (
            <li>
              <a href={href(view, path)}>{name}</a> <span class="count">{posts.length}</span>
            </li>
          ))}
        </ul>
      )}
    </Document>
  );
}

export function TagPage({ view, tag }: { view: View; tag: Tag }): JSX.Element {
  const feed = view.feeds.find(({ home }) => home === tag.path)?.documents[0];
  const count = tag.posts.length === 1 ? "One essay" : `${tag.posts.length} essays`;
  return (
    <Document view={view} info={{ title: tag.name, description: `${count} on ${tag.name}.` }} kind="list">
      <header class="opening">
        <h1>{tag.name}</h1>
        <p>
          {count}. <a href={href(view, "/tags/")}>All tags</a>
          {feed && (
            <>
              , <a href={href(view, feed.path)}>feed</a>
            </>
          )}
        </p>
        <Years view={view} list={tag} />
      </header>
      <PostList view={view} posts={tag.posts.slice(0, MOST_LISTED)} titles="h2" />
    </Document>
  );
}
