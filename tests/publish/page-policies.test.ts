/** Policies know scripts and styles by their digests, and headers let a folder's pages have what each of them has. */
import { describe, expect, it } from "vitest";
import { PagePolicies } from "../../src/publish/page-policies.ts";

const EMPTY = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
const page = { scripts: [""], style: "", body: "<p>Text.</p>" };
const site = { url: "https://tiny.example/blog/" };

describe("the policy of a page", () => {
  it("names the digests of what stands in it", () => {
    const policy = new PagePolicies(site).policyFor("/", page);
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
    expect(new PagePolicies(site).policyFor("/", { ...page, body }).includes("img-src 'self' https:")).toBe(foreign);
  });
});

describe("the headers", () => {
  it("have a rule for each folder, in which all of its pages can be shown", () => {
    const policies = new PagePolicies(site);
    for (const style of ["a", "b"]) policies.policyFor(`/posts/${style}/`, { ...page, style });
    policies.policyFor("/", page);
    const [, rule = ""] = /^\/blog\/posts\/\*\n {2}(.*)$/m.exec(policies.headers("/assets/search-worker.js")) ?? [];
    expect(rule.match(/sha256-/g)).toHaveLength(3);
  });

  it("leave to the pages themselves what would be longer than hosts read", () => {
    const policies = new PagePolicies(site);
    for (let count = 0; count < 60; count++) policies.policyFor("/posts/a/", { ...page, style: `${count}` });
    const lines = policies.headers("/assets/search-worker.js").split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(2000);
    expect(lines).toContain("  Content-Security-Policy: frame-ancestors 'none'");
  });
});
