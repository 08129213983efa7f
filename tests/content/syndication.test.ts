/** How front matter sets an entry's appearance in feeds, and the id that each entry keeps. */
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { EntryId, entryIdOf, FeedShare } from "../../src/content/syndication.ts";

const published = Temporal.ZonedDateTime.from("2026-11-22T00:00[UTC]");
const entry = { collection: "posts", slug: "日本", published, id: undefined };

describe("an entry's id", () => {
  it.each(["tag:example.org,2026:posts/x", "urn:uuid:1", "https://example.org/?p=1", "HTTP://example.org/"])(
    "may be %s",
    (id) => {
      expect(EntryId.safeParse(id).success).toBe(true);
    },
  );

  it.each(["", "x", "/posts/x/", "tag:", "tag:a b", "tag:<b>", 'tag:"', ":x", 12])("may not be %j", (id) => {
    expect(EntryId.safeParse(id).success).toBe(false);
  });

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

  it("stays when the site moves to another folder", () => {
    expect(entryIdOf({ url: "https://example.org/a/" }, entry)).toBe(
      entryIdOf({ url: "https://example.org/b/" }, entry),
    );
  });
});

it("an entry is in feeds as a whole, where nothing else is said", () => {
  expect(FeedShare.parse(undefined)).toBe("full");
});
