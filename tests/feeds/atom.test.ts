/** Atom: what a reader finds in it, and that no text can break it. */
import fc from "fast-check";
import { parseAtomFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { atom } from "../../src/feeds/atom.ts";
import { hostileFeed } from "../support/hostile-feed.ts";
import { plainFeed } from "../support/plain-feed.ts";
import { asXmlCanSay, readXml } from "../support/strict-xml.ts";

const SELF = "https://tiny.example/blog/atom.xml";

describe("Atom", () => {
  it("says of the feed what it is, where it is and whose it is", () => {
    const { entries, ...feed } = parseAtomFeed(atom(plainFeed, SELF));
    expect(feed).toEqual({
      xml: { lang: "en" },
      title: { value: "Queues & Locks" },
      subtitle: { value: "On <queues>, mostly." },
      id: "https://tiny.example/blog/",
      links: [{ href: "https://tiny.example/blog/" }, { href: SELF, rel: "self", type: "application/atom+xml" }],
      updated: "2026-03-01T08:00:00Z",
      authors: [{ name: "A. Writer", uri: "https://writer.example/", email: "a@writer.example" }],
    });
    expect(entries).toHaveLength(2);
  });

  it("says of an entry what there is to say, with the whole text and when it changed", () => {
    expect(parseAtomFeed(atom(plainFeed, SELF)).entries?.[0]).toEqual({
      xml: { lang: "de" },
      title: { value: 'Why "<b>" & co. are text' },
      id: "tag:tiny.example,2026:posts/full",
      links: [{ href: "https://tiny.example/blog/posts/full/" }],
      published: "2026-02-28T22:30:00Z",
      updated: "2026-03-01T08:00:00Z",
      categories: [{ term: "C++" }, { term: "R&D" }],
      summary: { value: "All of it, and then some." },
      content: { value: plainFeed.entries[0]?.html.trim(), type: "html" },
    });
  });

  it("leaves out what an entry or an author does not have", () => {
    const feed = parseAtomFeed(atom({ ...plainFeed, author: { name: "A. Writer" } }, SELF));
    expect(feed.authors).toEqual([{ name: "A. Writer" }]);
    const keys = Object.keys(feed.entries?.[1] ?? {}).sort();
    expect(keys).toEqual(["content", "id", "links", "published", "title", "updated", "xml"]);
  });

  it("is well-formed and says what was written, whatever was written", () => {
    fc.assert(
      fc.property(hostileFeed, (feed) => {
        const source = atom(feed, SELF);
        readXml(source);
        const { title, subtitle, authors, entries = [] } = parseAtomFeed(source);
        const read = entries.map(({ title, summary, content }) => [title?.value, summary?.value, content?.value]);
        const written = feed.entries.map(({ title, summary, html }) => [title, summary, html]);
        expect([title?.value, subtitle?.value, authors?.[0]?.name, ...read.flat()]).toEqual(
          [feed.title, feed.description, feed.author.name, ...written.flat()].map(asRead),
        );
      }),
    );
  });
});

function asRead(text: string | undefined): string | undefined {
  return text === undefined ? undefined : asXmlCanSay(text);
}
