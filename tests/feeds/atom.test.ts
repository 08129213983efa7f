/** Atom: what a reader finds in it, and that no text can break it. */
import fc from "fast-check";
import { parseAtomFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { atom } from "../../src/feeds/atom.ts";
import type { Feed } from "../../src/feeds/feed.ts";
import { hostileFeed } from "../support/hostile-feed.ts";
import { plainFeed } from "../support/plain-feed.ts";
import { asXmlCanSay, readXml } from "../support/strict-xml.ts";

const [full] = plainFeed.items;

function read(feed: Feed): ReturnType<typeof parseAtomFeed> {
  return parseAtomFeed(atom(feed));
}

describe("Atom", () => {
  it("says of the feed what it is, where it is and whose it is", () => {
    const { entries, ...feed } = read(plainFeed);
    expect(feed).toEqual({
      xml: { lang: "en" },
      title: { value: "Queues & Locks" },
      subtitle: { value: "On <queues>, mostly." },
      id: "https://tiny.example/blog/",
      links: [
        { href: "https://tiny.example/blog/", rel: "alternate", type: "text/html" },
        { href: "https://tiny.example/blog/feed", rel: "self", type: "application/atom+xml" },
      ],
      updated: "2026-03-01T08:00:00Z",
      authors: [{ name: "A. Writer", uri: "https://writer.example/", email: "a@writer.example" }],
    });
    expect(entries).toHaveLength(2);
  });

  it("says of an entry what there is to say, with the whole text and when it changed", () => {
    const url = "https://tiny.example/blog/posts/full/";
    expect(read(plainFeed).entries?.[0]).toEqual({
      xml: { lang: "de" },
      authors: [{ name: "A. Writer", uri: "https://writer.example/", email: "a@writer.example" }],
      title: { value: 'Why "<b>" & co. are text' },
      id: "tag:tiny.example,2026:posts/full",
      links: [
        { href: url, rel: "alternate", type: "text/html" },
        { href: `${url}x.png`, rel: "enclosure", type: "image/png", length: 123, title: "A <queue>" },
      ],
      published: "2026-02-28T22:30:00Z",
      updated: "2026-03-01T08:00:00Z",
      categories: [{ term: "C++" }, { term: "R&D" }],
      summary: { value: "All of it, and then some." },
      content: { value: full?.html?.().trim(), type: "html", xml: { base: url } },
    });
  });

  it("leaves out what an entry or an author does not have", () => {
    const { authors, entries } = read({ ...plainFeed, author: { name: "A. Writer" } });
    expect(authors).toEqual([{ name: "A. Writer" }]);
    const keys = Object.keys(entries?.[1] ?? {}).sort();
    expect(keys).toEqual(["authors", "content", "id", "links", "published", "title", "updated", "xml"]);
  });

  it("names the hub of a site that has one", () => {
    const { links } = read({ ...plainFeed, links: { ...plainFeed.links, hub: "https://hub.example/" } });
    expect(links).toContainEqual({ href: "https://hub.example/", rel: "hub" });
  });

  it("is well-formed and says what was written, whatever was written", () => {
    fc.assert(
      fc.property(hostileFeed, (feed) => {
        readXml(atom(feed));
        const { title, subtitle, authors, entries = [] } = read(feed);
        const said = entries.map(({ title, summary, content }) => [title?.value, summary?.value, content?.value]);
        const meant = feed.items.map(({ title, summary, html }) => [title, summary, html?.()]);
        expect([title?.value, subtitle?.value, authors?.[0]?.name, ...said.flat()]).toEqual(
          [feed.title, feed.description, feed.author.name, ...meant.flat()].map(asRead),
        );
      }),
    );
  });
});

function asRead(text: string | undefined): string | undefined {
  return text === undefined ? undefined : asXmlCanSay(text);
}
