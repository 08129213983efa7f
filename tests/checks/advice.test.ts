/** Advice names what could be better, and nothing else. */
import { describe, expect, it } from "vitest";
import { adviseOn } from "../../src/checks/advice.ts";
import { formatProblem } from "../../src/content/problem.ts";
import { tinyContent } from "../support/tiny-content.ts";

describe("advice", () => {
  it("is given for each post without a description", () => {
    const posts = [{ slug: "a" }, { slug: "b", description: "Said." }, { slug: "c" }];
    expect(adviseOn(tinyContent({ posts })).map(formatProblem)).toEqual(
      [
        "posts/c.md description: is missing (lists, feeds and search show it)",
        "posts/a.md description: is missing (lists, feeds and search show it)",
      ].sort(),
    );
  });

  it("is not given where nothing is missing, nor where there is nothing", () => {
    expect(adviseOn(tinyContent({ posts: [{ slug: "b", description: "Said." }], projects: [{ slug: "p" }] }))).toEqual(
      [],
    );
    expect(adviseOn(tinyContent())).toEqual([]);
  });
});
