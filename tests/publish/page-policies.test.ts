/** Policies know scripts and styles by their digests, and headers let a folder's pages have what each of them has. */
import { describe, expect, it } from "vitest";
import type { Allowed } from "../../src/content/page-needs.ts";
import { headersFile } from "../../src/publish/hosts/headers-file.ts";
import { servedSite } from "../../src/publish/hosts/served-site.ts";
import { createGuard, policyOf } from "../../src/publish/page-policies.ts";
import { policiesByFolder } from "../../src/publish/policies-by-folder.ts";

const EMPTY = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
const page = { scripts: [""], style: "", shown: "<p>Text.</p>" };
const guard = createGuard();
const WORKER = "/assets/search-worker.js";

function headersOf(pages: readonly (readonly [path: string, allowed: Allowed])[]): string {
  const policies = policiesByFolder(pages, [WORKER]);
  const url = "https://tiny.example/blog/";
  return headersFile(
    servedSite({ url, hsts: false, noindex: false, policies, feeds: [], redirects: [], pages: [], editions: [] }),
  );
}

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
    expect(policyOf(guard({ ...page, shown: body })).includes("img-src 'self' https:")).toBe(foreign);
  });
});

describe("the frames of a page", () => {
  it.each([
    [
      '<figure class="embed" data-embed="https://player.vimeo.com/video/1?dnt=1">',
      "; frame-src https://player.vimeo.com;",
    ],
    [
      '<i data-embed="https://www.youtube-nocookie.com/embed/a"></i><i data-embed="https://codepen.io/b"></i>',
      "; frame-src https://codepen.io https://www.youtube-nocookie.com;",
    ],
    ['<i data-embed="http://other.example/"></i>', undefined],
    ['<i data-embed="https://other.example;script-src *"></i>', undefined],
    ["<p>data-embed=&quot;https://other.example/&quot;</p>", undefined],
    ['<a href="https://player.vimeo.com/video/1">a</a>', undefined],
  ])("are those that it has stills of, and no others: %s", (body, allowed) => {
    const policy = policyOf(guard({ ...page, shown: body }));
    if (allowed) expect(policy).toContain(allowed);
    else expect(policy).not.toContain("frame-src");
  });

  it("are all allowed in the header of a folder", () => {
    const hosts = ["https://b.example", "https://a.example"];
    const pages = hosts.map(
      (host) => [`/posts/${host.slice(8, 9)}/`, guard({ ...page, shown: `<i data-embed="${host}/"></i>` })] as const,
    );
    expect(headersOf(pages)).toContain("frame-src https://a.example https://b.example;");
  });
});

describe("the headers", () => {
  it("have a rule for each folder, in which all of its pages can be shown", () => {
    const posts = ["a", "b"].map((style) => [`/posts/${style}/`, guard({ ...page, style })] as const);
    const headers = headersOf([...posts, ["/", guard(page)]]);
    const [, rule = ""] = /^\/blog\/posts\/\*\n {2}(.*)$/m.exec(headers) ?? [];
    expect(rule.match(/sha256-/g)).toHaveLength(3);
  });

  it("leave to the pages themselves what would be longer than hosts read", () => {
    const pages = Array.from(
      { length: 60 },
      (_, count) => ["/posts/a/", guard({ ...page, style: `${count}` })] as const,
    );
    const lines = headersOf(pages).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(2000);
    expect(lines).toContain("  Content-Security-Policy: frame-ancestors 'none'");
  });
});
