/** `/posts/<slug>/`: an essay. */
import type { JSX } from "preact";
import type { Post } from "../../content/post.ts";
import { readingMinutes } from "../../content/text/reading-time.ts";
import { Colophon } from "../components/colophon.tsx";
import { Contents } from "../components/contents.tsx";
import { Html } from "../components/html.tsx";
import { Neighbours, SeriesNote } from "../components/neighbours.tsx";
import { Related } from "../components/related.tsx";
import { Time } from "../components/time.tsx";
import { inLanguage } from "../language.ts";
import { Document } from "../layouts/document.tsx";
import type { View } from "../view.ts";

export function PostPage({ view, post }: { view: View; post: Post }): JSX.Element {
  const { site } = view.content;
  const { title, description, image } = post;
  const language = inLanguage(post.lang, site.language);
  return (
    <Document view={view} info={{ title, description, image, entry: post }} kind="essay">
      <article class="h-entry">
        <header class="opening">
          <h1 class="p-name" {...language}>
            {title}
          </h1>
          {description && (
            <p class="standfirst p-summary" {...language}>
              {description}
            </p>
          )}
          <p class="date">
            <Time moment={post.published} language={site.language} property="dt-published" /> ·{" "}
            {readingMinutes(post.body.words)} min
            {post.draft && " · draft, not published"}
            {post.scheduled && " · not published before its date"}
          </p>
        </header>
        <Contents headings={post.body.headings} language={language} />
        <SeriesNote view={view} post={post} />
        <Html class="prose e-content" {...language} html={post.body.html()} />
        <Colophon view={view} post={post} />
      </article>
      <Related view={view} post={post} />
      <Neighbours view={view} post={post} />
    </Document>
  );
}
