/** Below a post: what other sites said of it, by its webmentions. Plain text and links, and in no feed. */

import type { JSX } from "preact";
import { momentOf } from "../../content/date.ts";
import type { Entry } from "../../content/entry.ts";
import { parsedUrl } from "../../content/parsed-url.ts";
import type { Mention } from "../../content/reactions.ts";
import { localeFor } from "../format.ts";
import { ownId } from "../own-id.ts";
import type { View } from "../view.ts";
import { textOf } from "../words.ts";
import { Say } from "./say.tsx";

/** The property of an `h-entry` that each is, where microformats2 has one. */
const PROPERTIES = {
  reply: "u-comment",
  like: "u-like",
  repost: "u-repost",
  bookmark: "u-bookmark",
  mention: "u-mention",
} as const;

export function Mentions({ view, entry }: { view: View; entry: Entry }): JSX.Element | null {
  const mentions = view.content.mentions.get(entry.path) ?? [];
  if (mentions.length === 0) return null;
  const id = ownId("mentions");
  return (
    <section class="comments" aria-labelledby={id}>
      <h2 id={id}>
        <Say view={view} phrase="mentions" values={{ count: mentions.length }} />
      </h2>
      <ol>
        {mentions.map((mention) => (
          <OneMention view={view} mention={mention} />
        ))}
      </ol>
    </section>
  );
}

function OneMention({ view, mention }: { view: View; mention: Mention }): JSX.Element {
  const { site } = view.content;
  const { Time } = view.theme.components;
  const { kind, author, url, date, text } = mention;
  return (
    <li class={`h-cite ${PROPERTIES[kind]}`}>
      <p class="by">
        <bdi class="p-author h-card">{author ?? parsedUrl(url ?? "")?.hostname}</bdi>{" "}
        {url ? (
          <a class="u-url" href={url} rel="nofollow ugc noopener">
            <Say view={view} phrase={kind} />
          </a>
        ) : (
          <Say view={view} phrase={kind} />
        )}
        {date && (
          <>
            {textOf(view, "comma")}
            <Time moment={momentOf(date, site.timeZone)} language={localeFor(view)} property="dt-published" />
          </>
        )}
      </p>
      {text && (
        <p class="p-content" dir="auto">
          {text}
        </p>
      )}
    </li>
  );
}
