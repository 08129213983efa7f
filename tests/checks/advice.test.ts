/** Advice names what could be better, and nothing else. */
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { adviseOn } from "../../src/checks/advice.ts";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { tinyContent } from "../support/tiny-content.ts";

const AT = Temporal.Instant.from("2026-06-01T00:00:00Z");

describe("advice", () => {
  it("is given for each post without a description", () => {
    const posts = [{ slug: "a" }, { slug: "b", description: "Said." }, { slug: "c" }];
    expect(adviseOn(tinyContent({ posts }), AT).map(formatProblem)).toEqual(
      [
        "posts/c.md description: is missing (lists, feeds and search show it)",
        "posts/a.md description: is missing (lists, feeds and search show it)",
      ].sort(),
    );
  });

  it("is not given where nothing is missing, nor where there is nothing", () => {
    expect(
      adviseOn(tinyContent({ posts: [{ slug: "b", description: "Said." }], projects: [{ slug: "p" }] }), AT),
    ).toEqual([]);
    expect(adviseOn(tinyContent(), AT)).toEqual([]);
  });

  it("is given for each page whose day of review has come", () => {
    const review = (day: string) => ({ description: "Said.", review: day });
    const posts = [
      { slug: "due", ...review("2026-06-01") },
      { slug: "not-yet", ...review("2026-06-02") },
    ];
    const projects = [{ slug: "p", review: "2025-01-01" }];
    expect(adviseOn(tinyContent({ posts, projects }), AT).map(formatProblem)).toEqual([
      "posts/due.md review: was due on 2026-06-01 (look at it again, and name the next day)",
      "projects/p.md review: was due on 2025-01-01 (look at it again, and name the next day)",
    ]);
  });

  it("is given when that day has come where the site is", () => {
    const posts = [{ slug: "a", description: "Said.", review: "2026-06-02" }];
    const saidIn = (timeZone: string, at: string) =>
      adviseOn(tinyContent({ site: { timeZone }, posts }), Temporal.Instant.from(at)).length;
    expect(saidIn("Pacific/Kiritimati", "2026-06-01T09:59:59Z")).toBe(0);
    expect(saidIn("Pacific/Kiritimati", "2026-06-01T10:00:00Z")).toBe(1);
    expect(saidIn("America/St_Johns", "2026-06-02T02:29:59Z")).toBe(0);
    expect(saidIn("America/St_Johns", "2026-06-02T02:30:00Z")).toBe(1);
  });
});
