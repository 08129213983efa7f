/** Each page has a policy that lets nothing run but what it was built with, and hosts are told to send one. */
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { describe, expect, inject, it } from "vitest";
import { pagesOf, readAt } from "../support/built-site.ts";
import { headerRules } from "../support/host.ts";
import { attributeOf, elementsIn, elementsWith, parsePage } from "../support/html.ts";

const site = inject("notebook");
const rules = headerRules(site);

/** What an evaluator says of every policy that names the site itself: the site must not serve others' scripts. */
const OF_SELF = "script-src 'self': 'self' can be problematic if you host JSONP, AngularJS or user uploaded files.";

/** As Google's evaluator words them. */
function findingsOn(policy: string): string[] {
  const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
  const lines = findings.map(({ directive, value, description }) => `${directive} ${value}: ${description}`);
  return lines.filter((line) => line !== OF_SELF);
}

describe.each(pagesOf(site))("the page %s", (path) => {
  const page = parsePage(readAt(site, path));
  const [meta, ...more] = elementsWith(page, "meta", "http-equiv", "Content-Security-Policy");
  const policy = attributeOf(meta, "content") ?? "";

  it("has one policy, before anything that it is about", () => {
    expect(more).toEqual([]);
    const names = elementsIn(page).map(({ tagName }) => tagName);
    const first = elementsIn(page).indexOf(meta as (typeof more)[number]);
    expect(names.slice(0, first).filter((name) => ["script", "style", "link", "img"].includes(name))).toEqual([]);
  });

  it("has a policy that an evaluator finds nothing in, without anything unsafe", () => {
    expect(findingsOn(policy)).toEqual([]);
    expect(policy).not.toContain("unsafe");
  });

  it("has no inline handler and no style attribute", () => {
    const attributes = elementsIn(page).flatMap(({ attrs }) => attrs.map(({ name }) => name));
    expect(attributes.filter((name) => name === "style" || name.startsWith("on"))).toEqual([]);
  });

  it("is sent its policy by hosts, and with it who may frame it", () => {
    const covering = rules.filter(
      ({ pattern }) => pattern === path || (pattern.endsWith("*") && path.startsWith(pattern.slice(0, -1))),
    );
    const policies = covering.flatMap(({ headers }) => headers.filter(([name]) => name === "Content-Security-Policy"));
    expect(policies).toHaveLength(1);
    const sent = policies[0]?.[1] ?? "";
    for (const digest of policy.match(/'sha256-[^']+'/g) ?? []) expect(sent).toContain(digest);
    expect(sent).toContain("frame-ancestors 'none'");
  });
});

describe("the headers", () => {
  it.each(rules.filter(({ pattern }) => !pattern.startsWith("/assets/search-worker")))(
    "for $pattern hold no finding and nothing unsafe",
    ({ headers }) => {
      for (const [name, value] of headers) {
        if (name === "Content-Security-Policy") expect(findingsOn(value)).toEqual([]);
        expect(value).not.toContain("unsafe");
        expect(`  ${name}: ${value}`.length).toBeLessThan(2000);
      }
    },
  );

  it("let one file compile WebAssembly, which is search's worker, and no other", () => {
    const compiling = rules.filter(({ headers }) => headers.some(([, value]) => value.includes("wasm-unsafe-eval")));
    expect(compiling.map(({ pattern }) => pattern)).toEqual([
      expect.stringMatching(/^\/assets\/search-worker-\w+\.js$/),
    ]);
  });

  it("are sent with every file: its type is what it is said to be, and no page is told where a reader came from", () => {
    const all = new Map(rules.find(({ pattern }) => pattern === "/*")?.headers);
    expect(all.get("X-Content-Type-Options")).toBe("nosniff");
    expect(all.get("Referrer-Policy")).toBe("strict-origin-when-cross-origin");
    expect(all.get("Permissions-Policy")).toContain("camera=()");
  });
});
