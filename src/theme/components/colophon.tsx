/** What stands at a post's foot: when it was written and revised, how to cite it, how to follow it. */
import type { ComponentChildren, JSX } from "preact";
import { absoluteUrl } from "../../content/address.ts";
import type { Post } from "../../content/post.ts";
import { authorOf } from "../../content/site.ts";
import { tagPath } from "../../content/tag.ts";
import { wholeNumber } from "../format.ts";
import { href, type View } from "../view.ts";
import { Checked } from "./checked.tsx";
import { Time } from "./time.tsx";

/** How many pages that link to it are named, the newest first: much is written about some posts. */
const MOST_REFERRERS = 20;

export function Colophon({ view, post }: { view: View; post: Post }): JSX.Element {
  const { site, projects } = view.content;
  const language = site.language;
  const belonging = projects.filter(({ related }) => related.includes(post.slug));
  const referrers = (view.content.referrers.get(post.path) ?? []).filter(
    (entry) => !belonging.some((project) => project === entry),
  );
  const others = referrers.length - MOST_REFERRERS;
  return (
    <footer class="colophon">
      <h2>Colophon</h2>
      <dl class="particulars">
        <Entry term="Written">
          <Time moment={post.published} language={language} />, {wholeNumber(post.body.words, language)} words
        </Entry>
        {(post.updated || post.revisions.length > 0) && (
          <Entry term={post.updated ? "Updated" : "Revised"}>
            {post.updated && <Time moment={post.updated} language={language} property="dt-updated" />}
            {post.revisions.length > 0 && (
              <ul>
                {post.revisions.map(({ date, note }) => (
                  <li>
                    <Time moment={date} language={language} />: {note}
                  </li>
                ))}
              </ul>
            )}
          </Entry>
        )}
        {post.body.proof && (
          <Entry term="Checked">
            <Checked proof={post.body.proof} site={site} />
          </Entry>
        )}
        {post.tags.length > 0 && (
          <Entry term="Filed under">
            <Commas
              items={post.tags.map((tag) => ({ text: tag, href: href(view, tagPath(tag)) }))}
              property="p-category"
            />
          </Entry>
        )}
        {belonging.length > 0 && (
          <Entry term="Belongs to">
            <Commas items={belonging.map(({ title, path }) => ({ text: title, href: href(view, path) }))} />
          </Entry>
        )}
        {referrers.length > 0 && (
          <Entry term="Referred to by">
            <Commas
              items={referrers
                .slice(0, MOST_REFERRERS)
                .map(({ title, path }) => ({ text: title, href: href(view, path) }))}
            />
            {others > 0 && ` and ${others === 1 ? "one other" : `${wholeNumber(others, language)} others`}`}
          </Entry>
        )}
        <Entry term="Cite as">
          <cite>
            <span class="p-author h-card">
              <a class="p-name u-url" href={authorOf(site).url ?? absoluteUrl(site, "/")}>
                {authorOf(site).name}
              </a>
            </span>
            , “{post.title}”, {post.published.toPlainDate().toString()}
            <a class="url u-url" href={absoluteUrl(site, post.path)}>
              {absoluteUrl(site, post.path)}
            </a>
          </cite>
        </Entry>
        <Entry term="Follow">
          <a href={href(view, "/subscribe/")}>By feed</a>, in any reader
        </Entry>
      </dl>
    </footer>
  );
}

function Entry({ term, children }: { term: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Commas({ items, property }: { items: { text: string; href: string }[]; property?: string }): JSX.Element {
  return (
    <>
      {items.map(({ text, href }, index) => (
        <>
          {index > 0 && ", "}
          <a class={property} href={href}>
            {text}
          </a>
        </>
      ))}
    </>
  );
}
