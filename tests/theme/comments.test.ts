/** Comments below a post: in the page and nowhere else, each as hostile as any text. */
import { describe, expect, it } from "vitest";
import { threadsOf } from "../../src/content/comment.ts";
import { visitorHtml } from "../../src/markdown/html/visitor-html.ts";
import { elementsIn, elementsWith, parsePage, textOf } from "../support/html.ts";
import { tinyContent } from "../support/tiny-content.ts";
import { renderAll, renderAt } from "../support/tiny-pages.ts";

const said = [
  {
    id: "1",
    author: "Bob <b>",
    url: "https://bob.example/",
    date: "2016-03-02T10:00:00Z",
    html: "zwieback <script>alert(1)</script><img src=x onerror=alert(1)>",
  },
  { id: "2", parent: "1", author: "Ada", html: "Thanks" },
];
const plain = tinyContent({ posts: [{ slug: "talked-about" }, { slug: "quiet" }] });
const content = { ...plain, comments: new Map([["talked-about", threadsOf(said, visitorHtml)]]) };

describe("comments", () => {
  it("stand below their post, answers below what they answer", () => {
    const [section] = elementsWith(
      parsePage(renderAt(content, "/posts/talked-about/")),
      "section",
      "class",
      "comments",
    );
    if (!section) throw new Error("no comments");
    expect(textOf(elementsIn(section, "h2")[0])).toBe("2 comments");
    expect(elementsIn(section, "ol", "ol", "li").map((one) => textOf(one))).toEqual(["AdaThanks"]);
    expect(
      elementsIn(section, "div")
        .filter(({ attrs }) => attrs.some(({ name }) => name === "id"))
        .map(({ attrs }) => attrs[0]?.value),
    ).toEqual(["comment-1", "comment-2"]);
    expect(textOf(section)).toContain("Bob <b>");
    expect(elementsIn(section).map(({ tagName }) => tagName)).not.toEqual(expect.arrayContaining(["script"]));
    expect(elementsIn(section, "img")).toEqual([]);
  });

  it("leave every other page, and every feed, as it was", () => {
    const pages = renderAll(content);
    const changed = [...renderAll(plain)].filter(([path, text]) => pages.get(path) !== text).map(([path]) => path);
    expect(changed).toEqual(["/posts/talked-about/"]);
  });
});
