/** Whatever stands in an old text, what is made of it is something that the engine takes, and no word is lost without a line. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Converted, convertEntry } from "../../src/import/convert.ts";
import { markdownParser } from "../../src/import/dialect/parser.ts";
import { Media } from "../../src/import/media.ts";
import { planOf } from "../../src/import/plan.ts";
import type { MarkdownDialect, SourceEntry, SourceSite } from "../../src/import/source-site.ts";
import { resolverFor } from "../../src/reading/links/link-resolver.ts";

const parse = await markdownParser();

function convert(text: string, dialect: MarkdownDialect = {}): Promise<Converted> {
  const entry: SourceEntry = {
    ...{ kind: "post", file: "content/one.md", title: "One", address: "/one/", date: "2020-01-01" },
    ...{ aliases: [], tags: [], authors: [], comments: [], left: [] },
    body: { format: "markdown", text, line: 1, dialect },
  };
  const site: SourceSite = {
    ...{ url: "https://old.example/", authors: [], redirects: [], feeds: [], files: [] },
    entries: [entry, { ...entry, file: "content/two.md", address: "/two/", title: "Two" }],
  };
  const plan = planOf(site, Date.parse("2026-01-01"));
  const [planned] = plan.entries;
  if (!planned) throw new Error("no entry");
  const pathOfFile = new Map(plan.entries.map(({ file, path }) => [file, path]));
  const map = {
    ...{ siteDir: ".", siteUrl: "https://old.example/", pathOfFile },
    ...{
      translations: new Map(),
      withheld: new Map<string, string>(),
      broken: new Map<string, string>(),
      publicFiles: new Map<string, string>(),
    },
  };
  const context = {
    ...{ siteUrl: "https://old.example/", lang: "en" },
    resolver: () => resolverFor({ file: planned.file, path: planned.path, lang: "en" }, map),
  };
  return convertEntry(planned, { plan, media: new Media(site, new Map()), parse, context });
}

/** Each `?` becomes a word that stands nowhere else. */
const PIECES = [
  ...["?", " ? ? ", "\n", "\n\n", "**?**", "*?*", "_?_", "~~?~~", "`?`", "==?==", "++?++", "~?~", "^?^", ":?:"],
  ...[
    "\n\n# ?\n\n",
    "\n\n## ?\n\n",
    "\n\n## ? {#x}\n\n",
    "\n\n##?\n",
    "\n? \n---\n",
    "\n\n- ?\n",
    "\n1. ?\n",
    "\n> ?\n",
    "\n\n    ?\n\n",
  ],
  ...[
    "[?](https://e.example/)",
    "[?](/two/)",
    "[?](/none/)",
    "[?](two.md#?)",
    "[?](#?)",
    "[?]()",
    "[](https://e.example)",
    "[?](javascript:x)",
  ],
  ...[
    "![?](https://e.example/x.png)",
    "![](x.png)",
    "![?](http://e.example/x.png)",
    "<https://old.example/none>",
    "https://old.example/none/?",
    "[?][a]",
    "\n\n[a]: /two/\n\n",
    "\n\n[b]: ?\n\n",
  ],
  ...[
    "\n\n:::gallery[?]\n![?](https://e.example/x.png)\n![?](https://e.example/y.png)\n:::\n\n",
    "\n:::gallery\n![?](x.png)\n\n![?](https://e.example/x.png)\n:::\n",
    "\n:::gallery[? [?](/none/)]\n?\n:::\n",
    "<figure><img src=https://e.example/x.png alt='?'><img src=x.png alt='?'><figcaption>?</figcaption></figure>",
  ],
  ...["[^1]", "\n\n[^1]: ?\n\n", "^[?]", "[^none]", "$?$", "$5 and $6", "$$\n?\n$$", "\\(?\\)", "\\begin{x}"],
  ...[
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "\n\n<div>\n",
    "\n</div>\n\n",
    "<br>",
    "<br/>",
    "<hr>",
    "<li>?",
    "<ul><li>?</ul>",
    "<table><tr><td>?",
  ],
  ...[
    "<script>?</script>",
    "<style>?",
    "<iframe src='https://e.example/?'></iframe>",
    "<font color=red>?</font>",
    "<T>",
    "List<?>",
    "<!-- ? -->",
    "<!-- ?",
    "<img src=x.png>",
    '<a name="?">?</a>',
    "<a href='/none/'>?</a>",
  ],
  ...[
    "\n\n```js\n?\n```\n\n",
    "\n```\n?\n",
    "\n\n```js {1,3} title=?\nx\n```\n\n",
    "\n~~~sql\nselect ?\n~~~\n",
    "```?```",
  ],
  ...["\n\n| ? | ? |\n|---|---|\n| ? | ? | ? |\n\n", "|", "\n|-|\n"],
  ...[
    "\n:::note ?\n?\n:::\n",
    "\n!!! tip\n    ?\n",
    "\n> [!NOTE] ?\n> ?\n",
    "\n> [!what]\n> ?\n",
    "{: .x}",
    "\n{: .x}\n",
    "{.x}",
    "\n? \n: ?\n",
    "\n*[?]: ?\n",
  ],
  ...[
    "{{ ? }}",
    "{% ? %}",
    "{{< ? >}}",
    "{% raw %}",
    "[[?]]",
    "[toc]",
    "%%?%%",
    "{# ? #}",
    "import ? from 'x'",
    "\nexport const x\n",
    "[caption]?[/caption]",
    "\\",
    "  \n",
    "\t",
    "&amp;",
    "&#96;?&#96;",
    "**",
    "]",
    "(",
    ")",
    "<",
    ">",
  ],
];

const TEXT = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 }).map((pieces) => {
  let count = 0;
  return pieces.join("").replaceAll("?", () => `w${(count++).toString(36)}z`);
});

describe("any text", () => {
  it.each<MarkdownDialect>([{}, { breaks: true }, { math: true }, { anchors: "kramdown" }])(
    "is made one that the engine takes: %j",
    async (dialect) => {
      await fc.assert(
        fc.asyncProperty(TEXT, async (text) => {
          const { problems, markdown } = await convert(text, dialect);
          expect({
            problems: problems.map(({ message }) => message),
            markdown: problems.length > 0 ? markdown : "",
          }).toEqual({
            problems: [],
            markdown: "",
          });
        }),
        { numRuns: Number(process.env["RUNS"] ?? 60), seed: Number(process.env["SEED"] ?? 1) },
      );
    },
  );

  it("loses no word of which no line says so", async () => {
    await fc.assert(
      fc.asyncProperty(TEXT, async (text) => {
        const { lost, markdown } = await convert(text);
        // Two words that only something between them kept apart are one now, and no loss.
        const gone = lost
          .flatMap((word) => word.match(/w[0-9a-y]+z/g) ?? [])
          .filter((word) => !markdown.includes(word));
        expect({ gone, markdown: gone.length > 0 ? markdown : "" }).toEqual({ gone: [], markdown: "" });
      }),
      { numRuns: Number(process.env["RUNS"] ?? 60), seed: Number(process.env["SEED"] ?? 1) },
    );
  });
});
