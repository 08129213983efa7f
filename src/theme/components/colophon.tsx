/** The foot of an article: when it was written and revised, how to cite it, how to follow it. */

import type { ComponentChildren, JSX } from "preact";
import { absoluteUrl } from "../../content/address.ts";
import { authorsOf } from "../../content/author.ts";
import { dayOf } from "../../content/date.ts";
import type { DatedEntry } from "../../content/entry.ts";
import { hasPart } from "../../content/site-parts.ts";
import { tagPath } from "../../content/tag.ts";
import { directionOf } from "../../content/text/direction.ts";
import type { PlainKey } from "../../content/words/plurals.ts";
import { localeFor } from "../format.ts";
import { inLanguage } from "../language.ts";
import { brokenTitle } from "../title-hyphens.ts";
import { href, hrefIn, type View } from "../view.ts";
import { textOf } from "../words.ts";
import { CHECKED } from "./checked.tsx";
import { Commas } from "./commas.tsx";
import { referrersOf } from "./referrers.tsx";
import { Say } from "./say.tsx";

export function Colophon({ view, entry }: { view: View; entry: DatedEntry }): JSX.Element {
  const { site, namedBy } = view.content;
  const { Checked, Copies, EditLink, Referrers, Time } = view.theme.components;
  const language = view.language;
  const belonging = namedBy.get(entry.file) ?? [];
  const day = dayOf(entry.published);
  const referrers = referrersOf(view, entry.path, belonging);
  return (
    <footer class="colophon">
      <h2>
        <Say view={view} phrase="colophon" />
      </h2>
      <dl class="particulars">
        <Particular view={view} term="written">
          <Time moment={entry.published} language={localeFor(view)} />
          {textOf(view, "comma")}
          <Say view={view} phrase="words" values={{ count: entry.body.words }} />
        </Particular>
        {(entry.updated || entry.revisions.length > 0) && (
          <Particular view={view} term={entry.updated ? "updated" : "revised"}>
            {entry.updated && <Time moment={entry.updated} language={localeFor(view)} property="dt-updated" />}
            {entry.revisions.length > 0 && (
              <ul>
                {entry.revisions.map(({ date, note }) => (
                  <li>
                    <Time moment={date} language={localeFor(view)} />: {note}
                  </li>
                ))}
              </ul>
            )}
          </Particular>
        )}
        {entry.body.proof && (
          <Particular view={view} term="checked" id={CHECKED}>
            <Checked view={view} proof={entry.body.proof} />
          </Particular>
        )}
        {entry.tags.length > 0 && hasPart(site, "tags") && (
          <Particular view={view} term="filedUnder">
            <Commas
              view={view}
              items={entry.tags.map((tag) => ({ text: tag, href: href(view, tagPath(tag, view.content)) }))}
              property="p-category"
            />
          </Particular>
        )}
        {belonging.length > 0 && (
          <Particular view={view} term="belongsTo">
            <Commas view={view} items={belonging.map(({ title, path }) => ({ text: title, href: href(view, path) }))} />
          </Particular>
        )}
        {referrers.length > 0 && (
          <Particular view={view} term="referredToBy">
            <Referrers view={view} referrers={referrers} />
          </Particular>
        )}
        {entry.syndication.length > 0 && (
          <Particular view={view} term="alsoOn">
            <Copies view={view} entry={entry} />
          </Particular>
        )}
        <Particular view={view} term="citeAs">
          <cite>
            {authorsOf(entry, site).map(({ name, url, path }) => (
              <>
                <span class="p-author h-card">
                  <a
                    class="p-name u-url"
                    rel="author"
                    href={path ? hrefIn(view, path) : (url ?? absoluteUrl(site, "/"))}
                  >
                    {name}
                  </a>
                </span>
                {textOf(view, "comma")}
              </>
            ))}
            <Say
              view={view}
              phrase="quoted"
              values={{ text: <bdi {...inLanguage(entry.lang, language)}>{brokenTitle(entry.title, entry.lang)}</bdi> }}
            />
            {textOf(view, "comma")}
            {directionOf(language) === "rtl" ? <bdi class="day">{day}</bdi> : day}{" "}
            <a class="url" href={absoluteUrl(site, entry.path)}>
              {absoluteUrl(site, entry.path)}
            </a>
          </cite>
        </Particular>
        {hasPart(site, "feeds") && (
          <Particular view={view} term="follow">
            <a href={hrefIn(view, "/subscribe/")}>
              <Say view={view} phrase="byFeed" />
            </a>
            {textOf(view, "comma")}
            <Say view={view} phrase="inAnyReader" />
          </Particular>
        )}
        {site.edit && (
          <Particular view={view} term="source">
            <EditLink view={view} entry={entry} />
          </Particular>
        )}
      </dl>
    </footer>
  );
}

function Particular({
  view,
  term,
  id,
  children,
}: {
  view: View;
  term: PlainKey;
  id?: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div id={id}>
      <dt>
        <Say view={view} phrase={term} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
