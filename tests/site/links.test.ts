/** Everything that the notebook names is there: pages, headings, pictures, fonts, scripts. */
import { describe, expect, inject, it } from "vitest";
import settings from "../fixtures/sites/notebook/_data/site.ts";
import { addressesIn } from "../support/addresses.ts";
import { posts } from "../support/content-files.ts";
import { deadEnds } from "../support/dead-ends.ts";

const site = inject("notebook");
const siteUrl = `${settings.url}/`;
const named = addressesIn(site, siteUrl);

describe("an address in the notebook", () => {
  it("leads to a file that is there, and to a heading that its page has", () => {
    expect(deadEnds(site, siteUrl)).toEqual([]);
  });

  it("is encrypted, a mail address or a feed where it leads elsewhere", () => {
    const elsewhere = named.filter(({ address }) => address.origin !== new URL(siteUrl).origin);
    expect(elsewhere.filter(({ address }) => !/^(https|mailto|feed):$/.test(address.protocol))).toEqual([]);
  });

  it("is found in pages, styles, scripts, feeds and the sitemap", () => {
    const first = posts[0]?.path ?? "";
    const from = (file: string) => named.filter((one) => one.from === file).map(({ address }) => address.pathname);
    for (const file of ["index.html", "feed.xml", "atom.xml", "feed.json", "sitemap.xml"]) {
      expect(from(file), file).toContain(first);
    }
    expect(from("index.html").filter((path) => path.endsWith(".woff2")).length).toBeGreaterThan(1);
    expect(named.some(({ from, address }) => from.endsWith(".js") && address.pathname.endsWith(".js"))).toBe(true);
  });
});
