/** `/404.html`: what a host shows for an address that there is not. */
import type { JSX } from "preact";
import { PostList } from "../components/post-list.tsx";
import { Section } from "../components/section.tsx";
import { Document } from "../layouts/document.tsx";
import { href, type View } from "../view.ts";

export function NotFoundPage({ view }: { view: View }): JSX.Element {
  const latest = view.content.posts.slice(0, 5);
  return (
    <Document view={view} info={{ title: "Not found", indexed: false }} kind="list">
      <header class="opening">
        <h1>Not found</h1>
        <p class="standfirst">There is nothing at this address.</p>
        <p>
          <a href={href(view, "/search/")}>Search</a>, or look through <a href={href(view, "/posts/")}>all essays</a>{" "}
          and <a href={href(view, "/projects/")}>projects</a>.
        </p>
      </header>
      {latest.length > 0 && (
        <Section title="Latest writing" id="writing">
          <PostList view={view} posts={latest} compact />
        </Section>
      )}
    </Document>
  );
}
