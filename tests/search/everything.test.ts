/** Whatever a page says is found, and nothing of the frame around it. */
import { describe, expect, it } from "vitest";
import { useSearch } from "../support/searched-content.ts";
import { tinyContent } from "../support/tiny-content.ts";

const content = tinyContent({
  site: { navigation: [{ label: "Wombats", path: "/posts/" }] },
  posts: [
    {
      slug: "all",
      title: "A titleword",
      description: "A summaryword.",
      tags: ["Tagword"],
      series: "The seriesword",
      date: "2019-07-02",
      markdown: [
        "A paragraphword.[^1]",
        "[^1]: A noteword.",
        '![An altword](https://pictures.example/a.png "A captionword")',
        "> [!NOTE]\n> A calloutword.",
        "| A headword |\n| --- |\n| A cellword |",
        "## A headingword",
        "- A listword\n- `codeword`",
        '```text title="titledword.txt"\nA fenceword\n```',
        '```mermaid title="A diagramtitle"\nflowchart LR\n  a[A boxword] -->|An arrowword| b[Other]\n```',
        "Term\n: A definitionword",
        "<p>A htmlword</p>",
        "$$x + \\text{formulaword}$$",
      ].join("\n\n"),
    },
  ],
  projects: [{ slug: "project", title: "Projects too", summary: "A projectword." }],
  pages: [{ slug: "about", title: "About", markdown: "About us: an aboutword." }],
});

const { find } = useSearch(content);

async function pathsFor(text: string): Promise<string[]> {
  return (await find(text, { literal: true })).results.map(({ url }) => url);
}

describe("search finds", () => {
  it.each(
    (
      "titleword summaryword tagword seriesword paragraphword noteword altword captionword calloutword headword cellword headingword " +
      "listword codeword titledword fenceword diagramtitle boxword arrowword htmlword formulaword 2019 july"
    ).split(" "),
  )("%s", async (word) => {
    expect(await pathsFor(word)).toEqual(["/posts/all/"]);
  });

  it("projects and pages", async () => {
    expect(await pathsFor("projectword")).toEqual(["/projects/project/"]);
    expect(await pathsFor("aboutword")).toEqual(["/about/"]);
  });
});

it("search does not find the navigation", async () => {
  expect(await pathsFor("wombats")).toEqual([]);
});
