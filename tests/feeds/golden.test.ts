/** One rich post in every format, to the byte: what changes here changes for every reader. `UPDATE_GOLDEN=1` writes the files anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { feedsOf } from "../../src/feeds/feeds.ts";
import { opml } from "../../src/feeds/opml.ts";
import { documentsOf, FEED_SITE, readSite } from "../support/feed-documents.ts";

const content = await readSite(FEED_SITE);
const documents = new Map([...documentsOf(content), ["/feeds.opml", opml(content.site, feedsOf(content))]]);

describe("the documents of the site in tests/fixtures/feeds/site", () => {
  it.each(["/feed.xml", "/atom.xml", "/feed.json", "/corrections/atom.xml", "/feeds.opml"])(
    "%s is as it was",
    (path) => {
      const golden = `tests/fixtures/feeds/golden${path.replace("/corrections/", "/corrections-")}`;
      const text = documents.get(path) ?? "";
      if (process.env["UPDATE_GOLDEN"]) writeFileSync(golden, text);
      expect(text).toBe(readFileSync(golden, "utf8"));
    },
  );
});
