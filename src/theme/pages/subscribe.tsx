/** `/subscribe/`: what a feed is, how to follow one, and the list of feeds. */
import type { JSX } from "preact";
import { absoluteUrl } from "../../content/address.ts";
import { Enumeration } from "../components/links.tsx";
import { Say } from "../components/say.tsx";
import type { Page } from "../page.ts";
import { feedReaders, subscriptionLink } from "../reader-links.ts";
import { type FeedLink, href, hrefIn, type View } from "../view.ts";
import { languageOf, textOf } from "../words.ts";

export function subscribePage(view: View): Page {
  const { Newsletter, Section } = view.theme.components;
  const isCounted = view.content.site.services.counting !== undefined;
  const tagFeeds = view.feeds.filter(({ ofTag }) => ofTag);
  return {
    info: { title: textOf(view, "subscribe"), description: textOf(view, "subscribeAbout") },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1 {...languageOf(view, "subscribe")}>{textOf(view, "subscribe")}</h1>
          <p class="standfirst">
            <Say view={view} phrase="subscribeOpening" />{" "}
            <Say view={view} phrase={isCounted ? "noAddress" : "noAddressNoCount"} />
          </p>
        </header>
        <HowItWorks view={view} />
        <Section title={textOf(view, "feeds")} language={languageOf(view, "feeds")} id="feeds">
          <p>
            <Say
              view={view}
              phrase="feedsAbout"
              marks={{ opml: (words) => <a href={hrefIn(view, "/feeds.opml")}>{words}</a> }}
            />
          </p>
          <FeedList view={view} feeds={view.feeds.filter(({ ofTag, ofEmptyList }) => !ofTag && !ofEmptyList)} />
        </Section>
        {tagFeeds.length > 0 && (
          <Section title={textOf(view, "feedsOfTags")} language={languageOf(view, "feedsOfTags")} id="tags">
            <FeedList view={view} feeds={tagFeeds} />
          </Section>
        )}
        <Newsletter view={view} />
      </>
    ),
  };
}

function HowItWorks({ view }: { view: View }): JSX.Element {
  const { Section } = view.theme.components;
  const { site } = view.content;
  const address = absoluteUrl(site, view.feeds[0]?.documents[0]?.path ?? view.content.root);
  const readers = [{ name: textOf(view, "deviceReader"), link: subscriptionLink }, ...feedReaders].map(
    ({ name, link }) => <a href={link(address)}>{name}</a>,
  );
  return (
    <Section title={textOf(view, "howItWorks")} language={languageOf(view, "howItWorks")} id="how">
      <div class="prose">
        <p>
          <Say view={view} phrase="whatFeedIs" />
        </p>
        <p>
          <code class="long">{address}</code>
        </p>
        <p>
          <Say
            view={view}
            phrase="openFeedIn"
            values={{
              readers: <Enumeration view={view} items={readers} type="disjunction" />,
              address: <code class="long">{absoluteUrl(site, view.content.root)}</code>,
            }}
          />
        </p>
        <p>
          <Say view={view} phrase="noReaderYet" />
        </p>
      </div>
    </Section>
  );
}

function FeedList({ view, feeds }: { view: View; feeds: FeedLink[] }): JSX.Element {
  return (
    <ul class="index">
      {feeds.map(({ name, note, ofTag, documents }) => (
        <li>
          {ofTag ? name : <Say view={view} phrase="feedLine" values={{ name, note }} />}{" "}
          <span class="count">
            {documents.map((document, index) => (
              <>
                {index > 0 && textOf(view, "comma")}
                <a
                  href={href(view, document.path)}
                  type={document.type}
                  aria-label={textOf(view, "feedFormat", { name, format: document.name })}
                >
                  {document.name}
                </a>
              </>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
