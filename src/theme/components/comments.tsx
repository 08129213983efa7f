/** Below a post: what its readers said, where the site keeps that. Plain HTML, readable without JavaScript, and in no feed. */

import type { JSX } from "preact";
import type { Comment } from "../../content/comment.ts";
import { momentOf } from "../../content/date.ts";
import type { Entry } from "../../content/entry.ts";
import { localeFor } from "../format.ts";
import type { View } from "../view.ts";
import { textOf } from "../words.ts";
import { Html } from "./html.tsx";
import { Say } from "./say.tsx";

export function Comments({ view, entry }: { view: View; entry: Entry }): JSX.Element | null {
  const threads = view.content.comments.get(entry.slug.normalize("NFC")) ?? [];
  if (threads.length === 0) return null;
  return (
    <section class="comments" aria-labelledby="page.comments">
      <h2 id="page.comments">
        <Say view={view} phrase="comments" values={{ count: countOf(threads) }} />
      </h2>
      <Threads view={view} threads={threads} />
    </section>
  );
}

function Threads({ view, threads }: { view: View; threads: readonly Comment[] }): JSX.Element {
  const { site } = view.content;
  const { Time } = view.theme.components;
  return (
    <ol>
      {threads.map(({ data: { id, author, url, date }, html, answers }) => (
        <li>
          <div id={`comment-${id}`} class="h-cite u-comment">
            <p class="by">
              {url ? (
                <a class="p-author h-card" href={url} rel="nofollow ugc noopener">
                  {author}
                </a>
              ) : (
                <span class="p-author h-card">{author}</span>
              )}
              {date && (
                <>
                  {textOf(view, "comma")}
                  <Time moment={momentOf(date, site.timeZone)} language={localeFor(view)} property="dt-published" />
                </>
              )}
            </p>
            <Html class="e-content" html={html} />
          </div>
          {answers.length > 0 && <Threads view={view} threads={answers} />}
        </li>
      ))}
    </ol>
  );
}

function countOf(threads: readonly Comment[]): number {
  return threads.reduce((sum, { answers }) => sum + 1 + countOf(answers), 0);
}
