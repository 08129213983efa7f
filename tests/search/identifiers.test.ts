/** Names with signs, versions and code are found where they stand, whole before their parts. */
import { describe, expect, it } from "vitest";
import { titlesOf, useSearch } from "../support/searched-content.ts";
import { tinyContent } from "../support/tiny-content.ts";

/** Each with a page that says it once, and pages whose words are like its letters. */
const names: [query: string, markdown: string][] = [
  ["N+1", "That is an N+1 query, told in a sentence."],
  ["C++20", "Modules came in C++20, at last."],
  ["C++", "Some write it in C++; others do not."],
  ["C#", "And some in C#."],
  ["F#", "Fewer in `F#`, I think."],
  ["<details>", "Wrap it in `<details><summary>` and close it."],
  ["B+tree", "An index is a B+tree."],
  ["x=1", "```py\ncall(x=1, y)\n```"],
  ["$20", "It costs ($20) a month."],
  ["~/.config", "Look into ~/.config/ first."],
  [".gitignore", "Add it to `.gitignore`."],
  ["2^10", "There are 2^10 of them."],
  ["1.2.3", "It was fixed in 1.2.3."],
  ["@media", "```css\n@media print { }\n```"],
  ["#[derive]", "Use `#[derive]` for that."],
  ["a.b.c", "Then `a.b.c` is undefined."],
  ["std::mem::swap", "```rust\nstd::mem::swap(&mut one, &mut other);\n```"],
  ["utf-8", "It is in UTF-8."],
  ["node.js", "This runs in Node.js, too."],
  ["50%", "Half of it is 50%."],
  ["->>", "```sql\nSELECT data->>'name'\n```"],
  ["@>", "Ask with `data @> '{}'`."],
  ["::text", "```sql\nSELECT id::text\n```"],
  ["||", "Join them by `a || b`."],
];

const content = tinyContent({
  posts: [
    ...names.map(([query, markdown], at) => ({
      slug: `name-${at}`,
      title: `Page of ${at} ${"abcdefghijklmnopqrstuvwxyz".charAt(at)}${at}`,
      date: "2025-01-01",
      markdown: `${markdown}\n\nSay ${query.length} more.`,
    })),
    {
      slug: "letters",
      title: "Letters",
      date: "2026-01-01",
      markdown:
        "C and N and B and F, a tree, details, a config, media, 20 and 1 and 10 and 2, 12.3, 123, 1.23, b, x, y, mem, swap, std. ".repeat(
          5,
        ),
    },
    { slug: "local", title: "Set it", date: "2024-01-01", markdown: "Use SET LOCAL." },
    {
      slug: "handler",
      title: "The handler",
      date: "2024-01-01",
      markdown: "```ts\ncall(productID, errorLog);\n```",
    },
    { slug: "products", title: "Product of products", date: "2026-02-01", markdown: "What a shop sells." },
    { slug: "handling", title: "On errorLogger", date: "2026-02-01", markdown: "An errorLogger for each." },
    { slug: "storage", title: "Storage", date: "2026-02-01", markdown: "`AsyncLocalStorage` ".repeat(9) },
    { slug: "short", title: "In short", date: "2024-01-01", markdown: "Some say Postgres; they mean the same." },
    ...["one", "two", "three", "four"].map((slug) => ({
      slug: `long-${slug}`,
      title: `In ${slug}`,
      date: "2024-01-01",
      markdown: "What PostgreSQL does.",
    })),
    { slug: "react", title: "To answer", date: "2024-01-01", markdown: "Where two react to it." },
    { slug: "land", title: "Of land", date: "2024-01-01", markdown: "A reactionary by a river." },
  ],
});

const { find } = useSearch(content);

describe("the page that says a name comes first", () => {
  it.each(names.map(([query], at) => [query, `name-${at}`]))("%s", async (query, slug) => {
    expect((await find(query)).results[0]?.url).toBe(`/posts/${slug}/`);
    expect((await find(`where is ${query} said`)).results[0]?.url).toBe(`/posts/${slug}/`);
  });
});

describe("a name that some page has", () => {
  it.each(["productID", "errorLog", "productid"])(
    "%s is no slip for a word of a title, nor the beginning of another name",
    async (query) => {
      expect(titlesOf(await find(query))[0]).toBe("The handler");
    },
  );
});

describe("a short name", () => {
  it("finds the page that has it first, and those that have the long one, which is far commoner", async () => {
    const { results } = await find("postgres");
    expect(results[0]?.url).toBe("/posts/short/");
    expect(results.slice(1).map(({ url, lacks }) => [url.slice(0, 12), lacks])).toEqual(
      Array(4).fill(["/posts/long-", []]),
    );
    expect((await find("what postgres does")).results.map(({ lacks }) => lacks)).toEqual(Array(5).fill([]));
  });

  it("is no beginning of a word that is hardly commoner", async () => {
    expect(titlesOf(await find("react "))).not.toContain("Of land");
  });
});

describe("a part of a name", () => {
  it("is no match where a page has it as a word", async () => {
    expect(titlesOf(await find("local"))).toEqual(["Set it"]);
  });

  it("is one where no page has", async () => {
    expect(titlesOf(await find("async"))).toEqual(["Storage"]);
  });

  it("that is a single letter is not searched for: no page says D++", async () => {
    expect(await find("D++")).toMatchObject({ total: 0, unknown: ["D++"] });
  });
});
