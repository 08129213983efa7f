/** The site's own settings. */
import { describe, expect, it } from "vitest";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { authorOf, Site, withBasePath } from "../../src/content/site.ts";
import { validate } from "../../src/reading/front-matter/validate.ts";

const REQUIRED = { title: "T", url: "https://example.org/", language: "en", description: "D" };

function check(settings: object) {
  const result = validate(Site, { ...REQUIRED, ...settings }, () => ({ file: "_data/site.ts" }));
  return result.ok ? { value: result.value, problems: [] } : { problems: result.problems.map(formatProblem) };
}

describe("a site's settings", () => {
  it("need a title, an address, a language and a description", () => {
    expect(check({})).toMatchObject({ problems: [], value: { ...REQUIRED, timeZone: "UTC", navigation: [] } });
    for (const key of Object.keys(REQUIRED)) {
      expect(check({ [key]: undefined }).problems).toEqual([expect.stringContaining(`_data/site.ts ${key}: `)]);
    }
  });

  it.each([
    { tagline: "Notes" },
    { timeZone: "America/New_York" },
    { author: { name: "A" } },
    { author: { name: "A", url: "https://example.org/a", email: "a@example.org" } },
    { fediverse: "@a@example.org" },
    { navigation: [{ label: "Essays", path: "/posts/" }] },
    { hub: "https://example.com/hub" },
    { idAuthority: "example.org,2026-11" },
    { shareImages: false },
    { feedLength: 1, homeLength: 100 },
    { language: "pt-BR" },
    { language: "fa", calendar: "persian", numbers: "latn" },
    { slugs: "latin" },
    { slugs: { latin: { 東京: "tokyo" } } },
  ])("have %j", (settings) => {
    expect(check(settings)).toMatchObject({ problems: [], value: settings });
  });

  it.each([
    [{ url: "https://example.org//" }, "url: must have no // after its host"],
    [{ url: "https://example.org/blog\\\\" }, "url: must have no // after its host"],
    [{ proofs: { postgres: [18, 9] } }, "proofs.postgres.1: is too old for samples, which run on PostgreSQL 14–18"],
    [{ proofs: { node: [20] } }, "proofs.node.0: is too old for samples, which run on Node 24, 26"],
    [{ autor: {} }, 'autor: is not a key that is known here (did you mean "author"?)'],
    [{ url: "example.org" }, "url: must be an address such as https://example.org/"],
    [{ url: "ftp://example.org/" }, "url: must be an address such as https://example.org/"],
    [{ url: "javascript:alert(1)" }, "url: must be an address such as https://example.org/"],
    [{ url: "https://example.org/?a=b" }, "url: must have no ? and no #"],
    [{ url: "https://example.org/#a" }, "url: must have no ? and no #"],
    [{ timeZone: "Europe/Atlantis" }, "timeZone: must be a time zone's name such as Europe/Berlin"],
    [{ language: "english!" }, 'language: "english!" is not a language tag such as en or pt-BR'],
    [
      { language: "fa-u-ca-persian-nu-latn" },
      'language: "fa-u-ca-persian-nu-latn" is more than a language (write fa, and calendar: "persian", and numbers: "latn" in _data/site.ts)',
    ],
    [{ language: "de-u-co-phonebk" }, 'language: "de-u-co-phonebk" is more than a language (write de)'],
    [
      { calendar: "persia" },
      'calendar: must be a calendar such as persian, buddhist or japanese, and is "persia" (did you mean "persian"?)',
    ],
    [{ numbers: "arabic" }, "numbers: must be digits such as arab, arabext, deva or latn"],
    [
      { slugs: "ascii" },
      'slugs: must be "letters", "latin", or { latin: { 東京: "tokyo" } } with spellings of your own',
    ],
    [{ author: { name: "" } }, "author.name: must not be empty"],
    [{ author: { name: "A", email: "a" } }, "author.email: "],
    [{ profiles: ["@a"] }, "profiles.0: "],
    [{ fediverse: "a@example.org" }, "fediverse: must be a name such as @name@example.org"],
    [{ profiles: ["javascript:alert(1)"] }, "profiles.0: "],
    [{ author: { name: "A", url: "javascript:alert(1)" } }, "author.url: "],
    [{ hub: "example.com/hub" }, "hub: "],
    [{ idAuthority: "https://example.org" }, "idAuthority: must be a domain and a year such as example.org,2026"],
    [{ shareImages: "no" }, "shareImages: must be true or false, without quotes, or { faces: [packages of fonts] }"],
    [{ navigation: [{ label: "A", path: "posts" }] }, "navigation.0.path: "],
    [{ feedLength: 0 }, "feedLength: "],
    [{ homeLength: 2.5 }, "homeLength: "],
    [
      { citations: { style: "numerc" } },
      'citations.style: must be author-date, numeric, note, or the name of a CSL file in _data/ (did you mean "numeric"?)',
    ],
    [{ citations: { style: 1 } }, "citations.style: must be author-date, numeric, note, or the name"],
    [{ markdown: { mark: true } }, 'markdown.mark: is not a key that is known here (did you mean "marks"?)'],
    [{ words: { serch: "Find" } }, 'words.serch: is not a key that is known here (did you mean "search"?)'],
    [
      { services: { counting: { plausible: "https://example.org/" } } },
      "services.counting.plausible: must be a domain such as example.org",
    ],
  ])("do not have %j", (settings, problem) => {
    expect(check(settings).problems).toEqual([expect.stringContaining(`_data/site.ts ${problem}`)]);
  });

  it.each([null, undefined, "x", 1, []])("are not %j", (settings) => {
    expect(validate(Site, settings, () => ({ file: "_data/site.ts" })).ok).toBe(false);
  });
});

describe("a site's address", () => {
  it.each([
    ["https://example.org", "https://example.org/"],
    ["https://example.org/blog", "https://example.org/blog/"],
    ["https://example.org/blog/", "https://example.org/blog/"],
    ["HTTPS://EXAMPLE.org:443", "https://example.org/"],
  ])("ends with a slash: %s", (url, normal) => {
    expect(check({ url }).value?.url).toBe(normal);
  });

  it.each(["blog", "/blog", "/blog/", "//blog//"])("can be moved to the folder %s", (basePath) => {
    const site = Site.parse({ ...REQUIRED, url: "https://example.org/elsewhere/" });
    expect(withBasePath(site, basePath)).toEqual({ ...site, url: "https://example.org/blog/" });
  });

  it("can be moved to the top", () => {
    expect(withBasePath(Site.parse({ ...REQUIRED, url: "https://example.org/blog/" }), "/").url).toBe(REQUIRED.url);
  });
});

it("the author is the site itself where no other is named", () => {
  expect(authorOf(Site.parse(REQUIRED))).toEqual({ name: "T" });
  expect(authorOf(Site.parse({ ...REQUIRED, author: { name: "A" } }))).toEqual({ name: "A" });
});
