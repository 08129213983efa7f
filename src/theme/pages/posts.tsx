/** `/posts/`: every essay, by year. */
import type { JSX } from "preact";
import { PostList } from "../components/post-list.tsx";
import { Section } from "../components/section.tsx";
import { Document } from "../layouts/document.tsx";
import { href, type View } from "../view.ts";

export function PostsPage({ view }: { view: View }): JSX.Element {
  const { posts } = view.content;
  const years = Map.groupBy(posts, (post) => post.published.year);
  return (
    <Document view={view} info={{ title: "Essays", description: "Every essay, newest first." }} kind="list">
      <header class="opening">
        <h1>Essays</h1>
        <p>
          {posts.length === 0 ? "There is no essay here yet." : "Newest first."} Also{" "}
          <a href={href(view, "/tags/")}>by tag</a>, and <a href={href(view, "/subscribe/")}>by feed</a> as they appear.
        </p>
      </header>
      {[...years].map(([year, ofYear]) => (
        <Section title={String(year)} id={`y${year}`}>
          <PostList view={view} posts={ofYear} />
        </Section>
      ))}
    </Document>
  );
}
