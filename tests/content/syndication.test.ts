/** How front matter sets an entry's appearance in feeds, and the id that each entry keeps. */
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { EntryId, entryIdOf, entryUriOf, FeedShare } from "../../src/content/syndication.ts";

const published = Temporal.ZonedDateTime.from("2026-11-22T00:00[UTC]");
const entry = { collection: "posts", slug: "日本", published, id: undefined };

describe("an entry's id", () => {
  it.each(["tag:example.org,2026:posts/x", "urn:uuid:1", "https://example.org/?p=1", "HTTP://example.org/"])(
    "may be %s",
    (id) => {
      expect(EntryId.safeParse(id).success).toBe(true);
    },
  );

  it.each([
    ["Ghost's", "5f7f1c0e8f1a2b0001c3d4e5"],
    ["Drupal's", "12 at https://example.org"],
    ["a bare path", "/2016/03/my-post"],
    ["a number in quotes", "00436"],
    ["with what markup would take for its own", `<"a" & 'b'>`],
  ])("may be %s, which is no URI", (_whose, id) => {
    expect(EntryId.safeParse(id).success).toBe(true);
  });

  it.each(["", " ", " x", "x ", "a  b", "a\tb", "a\nb", "a\u00a0b", "a\u0000", "\ud83d", "a\uffff", 12, true])(
    "may not be %j",
    (id) => {
      expect(EntryId.safeParse(id).success).toBe(false);
    },
  );

  it.each([
    ["its own", {}, { id: "urn:uuid:1" }, "urn:uuid:1"],
    ["of the site's host and its year", {}, {}, "tag:example.org,2026:posts/%E6%97%A5%E6%9C%AC"],
    ["of a name and a date that stay", { idAuthority: "old.example,2019-05" }, {}, "tag:old.example,2019-05:posts/x"],
    ["of a name that stays and its year", { idAuthority: "old.example" }, {}, "tag:old.example,2026:posts/x"],
    ["another for a project", {}, { collection: "projects" }, "tag:example.org,2026:projects/x"],
  ])("is %s", (_what, site, own, id) => {
    const slug = id.endsWith("/x") ? "x" : entry.slug;
    expect(entryIdOf({ url: "https://example.org:8080/blog/", ...site }, { ...entry, slug, ...own })).toBe(id);
  });

  it.each([
    ["itself, where it is one", "tag:example.org,2020:x", "tag:example.org,2020:x"],
    ["itself, an address", "https://old.example/?p=42", "https://old.example/?p=42"],
    ["that of Ghost's", "5f7f1c0e8f", "tag:example.org,2026:guid:5f7f1c0e8f"],
    ["that of Drupal's", "12 at https://example.org", "tag:example.org,2026:guid:12%20at%20https%3A%2F%2Fexample.org"],
    ["that of a bare path", "/2016/x", "tag:example.org,2026:guid:%2F2016%2Fx"],
    ["that of another script", "日本", "tag:example.org,2026:guid:%E6%97%A5%E6%9C%AC"],
  ])("as a URI is %s", (_what, id, uri) => {
    expect(entryUriOf({ url: "https://example.org/" }, { ...entry, id })).toBe(uri);
    expect(entryUriOf({ url: "https://example.org/" }, { ...entry, id: undefined })).toBe(
      "tag:example.org,2026:posts/%E6%97%A5%E6%9C%AC",
    );
  });

  it("stays when the site moves to another folder", () => {
    expect(entryIdOf({ url: "https://example.org/a/" }, entry)).toBe(
      entryIdOf({ url: "https://example.org/b/" }, entry),
    );
  });
});

it("an entry is in feeds as a whole, where nothing else is said", () => {
  expect(FeedShare.parse(undefined)).toBe("full");
});
