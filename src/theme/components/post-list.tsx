import type { JSX } from "preact";
import type { Post } from "../../content/post.ts";
import { inLanguage } from "../language.ts";
import { href, type View } from "../view.ts";
import { Time } from "./time.tsx";

interface Props {
  view: View;
  posts: Post[];
  /** Leaves the descriptions out. */
  compact?: boolean;
  /** What the titles are, where the list stands under no heading but the page's own. */
  titles?: "h2" | "h3";
}

/** Posts as a table of contents: title and date on one line, and what each is about. */
export function PostList({ view, posts, compact = false, titles: Title = "h3" }: Props): JSX.Element {
  const { language } = view.content.site;
  return (
    <ol class="entries h-feed">
      {posts.map((post) => (
        <li class="h-entry">
          <Title {...inLanguage(post.lang, language)}>
            <a class="p-name u-url" href={href(view, post.path)}>
              {post.title}
            </a>
          </Title>
          <p class="date">
            <Time moment={post.published} language={language} short property="dt-published" />
            {post.draft && " · draft"}
            {post.scheduled && " · scheduled"}
          </p>
          {!compact && post.description && (
            <p class="p-summary" {...inLanguage(post.lang, language)}>
              {post.description}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
