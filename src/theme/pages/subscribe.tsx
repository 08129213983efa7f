/** `/subscribe/`: what a feed is, and which there are. */
import type { JSX } from "preact";
import { absoluteUrl } from "../../content/address.ts";
import { Section } from "../components/section.tsx";
import { Document } from "../layouts/document.tsx";
import { href, type View } from "../view.ts";

export function SubscribePage({ view }: { view: View }): JSX.Element {
  const { site } = view.content;
  return (
    <Document
      view={view}
      info={{ title: "Subscribe", description: "New essays, in full, in your feed reader." }}
      kind="list"
    >
      <header class="opening">
        <h1>Subscribe</h1>
        <p class="standfirst">
          New essays come to you, in full, as soon as they are published. No address is asked for and nobody counts you.
        </p>
      </header>
      <Section title="How it works" id="how">
        <div class="prose">
          <p>
            A feed is an address that a feed reader looks at from time to time. Copy the address below into the reader
            that you use. Readers exist for every system and for the web; many mail programs are one too. If you have
            none yet, any of them will do, and moving to another later takes a minute: your subscriptions are a file
            that you can take along.
          </p>
          <p>
            Most readers find the feed by themselves when you give them <code>{absoluteUrl(site, "/")}</code>.
          </p>
        </div>
      </Section>
      <Section title="Addresses" id="feeds">
        <ul class="index">
          {view.feeds.map(({ name, path, note }) => (
            <li>
              <a href={href(view, path)}>{name}</a>, {note}
              <br />
              <code>{absoluteUrl(site, path)}</code>
            </li>
          ))}
        </ul>
      </Section>
    </Document>
  );
}
