/** `/subscribe/`: what a feed is, how to follow one, and the list of feeds. */
import type { JSX } from "preact";
import { absoluteUrl } from "../../content/address.ts";
import { datedKinds } from "../../content/naming.ts";
import type { Page } from "../page.ts";
import { feedReaders } from "../reader-links.ts";
import { type FeedLink, href, type View } from "../view.ts";
import { english, languageOf, textOf } from "../words.ts";

export function subscribePage(view: View): Page {
  const { Newsletter, Section } = view.theme.components;
  const isCounted = view.content.site.services.counting !== undefined;
  const tagFeeds = view.feeds.filter(({ ofTag }) => ofTag);
  const kinds = datedKinds(view.content);
  return {
    info: { title: textOf(view, "subscribe"), description: `New ${kinds}, in full, in your feed reader.` },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1 {...languageOf(view, "subscribe")}>{textOf(view, "subscribe")}</h1>
          <p class="standfirst" {...english(view)}>
            New {kinds} come to you, in full, as soon as they are published.{" "}
            {isCounted ? "No address is asked for." : "No address is asked for and nobody counts you."}
          </p>
        </header>
        <HowItWorks view={view} />
        <Section title="Feeds" language={english(view)} id="feeds">
          <p {...english(view)}>
            The first one has everything, the others less. The three formats of a feed say the same: take RSS if you
            have no reason for another. A reader can also{" "}
            <a href={href(view, "/feeds.opml")}>import all of them from one file</a> (OPML).
          </p>
          <FeedList view={view} feeds={view.feeds.filter(({ ofTag }) => !ofTag)} />
        </Section>
        {tagFeeds.length > 0 && (
          <Section title="One tag only" language={english(view)} id="tags">
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
  const address = absoluteUrl(view.content.site, view.feeds[0]?.documents[0]?.path ?? "/");
  return (
    <Section title="How it works" language={english(view)} id="how">
      <div class="prose" {...english(view)}>
        <p>
          A feed is an address that a feed reader looks at from time to time, to show you what is new in one place with
          what you follow elsewhere. Copy this one into the reader that you use:
        </p>
        <p>
          <code>{address}</code>
        </p>
        <p>
          Or open it in{" "}
          {feedReaders.map(({ name, link }, index) => (
            <>
              {index > 0 && (index === feedReaders.length - 1 ? " or " : ", ")}
              <a href={link(address)}>{name}</a>
            </>
          ))}
          . Most readers find it by themselves when you give them <code>{absoluteUrl(view.content.site, "/")}</code>.
        </p>
        <p>
          If you have none yet, any will do. They exist for every system and for the web, many mail programs are one
          too, and moving to another later takes a minute: your subscriptions are a file that you can take along.
        </p>
      </div>
    </Section>
  );
}

function FeedList({ view, feeds }: { view: View; feeds: FeedLink[] }): JSX.Element {
  return (
    <ul class="index">
      {feeds.map(({ name, note, ofTag, documents }) => (
        <li {...(ofTag ? {} : english(view))}>
          {ofTag ? name : `${name}: ${note}`}
          <span class="count">
            {documents.map((document, index) => (
              <>
                {index > 0 && ", "}
                <a href={href(view, document.path)} type={document.type} aria-label={`${name}, ${document.name}`}>
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
