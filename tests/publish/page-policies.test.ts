/** Policies know scripts and styles by their digests, and headers let a folder's pages have what each of them has. */
import { describe, expect, it } from "vitest";
import { headersFile } from "../../src/publish/headers-file.ts";
import { createGuard, policyOf } from "../../src/publish/page-policies.ts";

const EMPTY = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
const page = { scripts: [""], style: "", body: "<p>Text.</p>" };
const site = { url: "https://tiny.example/blog/" };
const guard = createGuard();
const WORKER = "/assets/search-worker.js";

describe("the policy of a page", () => {
  it("names the digests of what stands in it", () => {
    const policy = policyOf(guard(page));
    expect(policy).toContain(`script-src 'self' ${EMPTY};`);
    expect(policy).toContain(`style-src 'self' ${EMPTY};`);
  });

  it.each([
    ['<img src="https://other.example/x.png" alt="">', true],
    ['<video poster="https://other.example/x.png"></video>', true],
    ['<img src="/x.png" srcset="/x.png, https://other.example/x.png 2x" alt="">', true],
    ['<img src="/x.png" srcset="/x.png, /https:/y.png 2x" alt="">', false],
    ['<img src="/x.png" alt="">', false],
    ['<a href="https://other.example/">a</a>', false],
    ['<code>&lt;img src="https://other.example/"></code>', false],
  ])("lets pictures of other sites be shown where it has any: %s", (body, foreign) => {
    expect(policyOf(guard({ ...page, body })).includes("img-src 'self' https:")).toBe(foreign);
  });
});

describe("the headers", () => {
  it("have a rule for each folder, in which all of its pages can be shown", () => {
    const posts = ["a", "b"].map((style) => [`/posts/${style}/`, guard({ ...page, style })] as const);
    const headers = headersFile(site, [...posts, ["/", guard(page)]], WORKER);
    const [, rule = ""] = /^\/blog\/posts\/\*\n {2}(.*)$/m.exec(headers) ?? [];
    expect(rule.match(/sha256-/g)).toHaveLength(3);
  });

  it("leave to the pages themselves what would be longer than hosts read", () => {
    const pages = Array.from(
      { length: 60 },
      (_, count) => ["/posts/a/", guard({ ...page, style: `${count}` })] as const,
    );
    const lines = headersFile(site, pages, WORKER).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(2000);
    expect(lines).toContain("  Content-Security-Policy: frame-ancestors 'none'");
  });
});
