/** The words after a code block's three backticks. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFenceInfo } from "../../src/markdown/fence.ts";

describe("the language", () => {
  it.each([
    ["", ""],
    ["sql", "sql"],
    ["  C++  ", "C++"],
    ["rust,ignore", "rust"],
    ["rust,ignore title=x", "rust"],
    ["title=x", ""],
    ['title="a b"', ""],
    ["x=y sql", ""],
  ])("of %j is %j", (text, language) => {
    expect(readFenceInfo(text).info.language).toBe(language);
  });
});

describe("the title", () => {
  it.each([
    ['sql title="claim.sql"', "claim.sql"],
    ['sql title="two words = three"', "two words = three"],
    ["sql title=claim.sql", "claim.sql"],
    ['title="no language"', "no language"],
    ["sql", undefined],
  ])("of %j is %j", (text, title) => {
    expect(readFenceInfo(text).info.values.title).toBe(title);
    expect(readFenceInfo(text).problems).toEqual([]);
  });

  it("is not empty", () => {
    expect(readFenceInfo('sql title=""').problems).toHaveLength(1);
    expect(readFenceInfo("sql title").problems).toHaveLength(1);
  });
});

describe("words", () => {
  it("are marked wherever the code has them", () => {
    expect(readFenceInfo("ts /await/ /a b/ /std::fs/").info.words).toEqual(["await", "a b", "std::fs"]);
  });
});

describe("lines", () => {
  const linesOf = (text: string) => Object.fromEntries(readFenceInfo(text).info.lines);

  it("are marked, added and removed by number and by range", () => {
    expect(linesOf("ts mark=2,4-5 add=7 del=1")).toEqual({ 1: "del", 2: "mark", 4: "mark", 5: "mark", 7: "add" });
  });

  it("are numbered where that is asked for", () => {
    expect([...readFenceInfo("ts numbers").info.flags]).toEqual(["numbers"]);
    expect([...readFenceInfo("ts").info.flags]).toEqual([]);
  });

  it.each(["mark", "mark=", "add=x", "del=1-", "mark=1,,2", "mark=-1"])("are named as numbers, not as %s", (word) => {
    expect(readFenceInfo(`ts ${word}`).problems).toMatchObject([
      { message: expect.stringContaining("names no lines"), hint: expect.stringMatching(/write (mark|add|del)=2,5-7/) },
    ]);
  });

  it("are not so many that a typing error fills the memory", () => {
    expect(readFenceInfo("ts mark=1-99999999999999").info.lines.size).toBeLessThanOrEqual(10_000);
  });
});

describe("a form of another engine", () => {
  it.each([
    ["js{1,3}", "write mark=1,3"],
    ["js {1}", "write mark=1"],
    ["js {1, 3-5}", "write mark=1,3-5"],
    ["js {1..3}", "write mark=1-3"],
    ["js ins={2}", "write add=2"],
    ["js ins=2", "write add=2"],
    ["js del={1-2}", "write del=1-2"],
    ["js mark={1,4}", "write mark=1,4"],
    ["js highlight={1}", "write mark=1"],
    ['py hl_lines="1 3-5"', "write mark=1,3-5"],
    ['go {hl_lines=[1,"3-5"]}', "write mark=1,3-5"],
    ["go {linenos=table,hl_lines=[8,15-17],linenostart=199}", "write mark=8,15-17 numbers=199"],
    ["js showLineNumbers", "write numbers"],
    ["js showLineNumbers=true", "write numbers"],
    ["js showLineNumbers=false", "leave it out"],
    ["js line-numbers", "write numbers"],
    ["ts:line-numbers", "write numbers"],
    ["ts:line-numbers=5", "write numbers=5"],
    ['py linenums="1"', "write numbers"],
    ["js linenos", "write numbers"],
    ['js filename="app.js"', 'write title="app.js"'],
    ["js filename=app.js", 'write title="app.js"'],
    ["js:app.js", 'write title="app.js"'],
    ["js:src/app.js", 'write title="src/app.js"'],
    ["js [app.js]", 'write title="app.js"'],
    ["js title:app.js", 'write title="app.js"'],
    ["js title: app.js", 'write title="app.js"'],
    ['js title:"app.js"', 'write title="app.js"'],
    ["js title='my app.js'", 'write title="my app.js"'],
    ['js title={"app.js"}', 'write title="app.js"'],
    ['js {title="app.js"}', 'write title="app.js"'],
    ['js "app.js"', 'write title="app.js"'],
    ['js caption="An app"', 'write title="An app"'],
    ["{.python .numberLines}", "write ```python numbers"],
    ["{.js .numberLines startFrom=5}", "write ```js numbers=5"],
    ["{r, echo=FALSE}", "write ```r"],
    ["{python}", "write ```python"],
    ["js,linenos", "write numbers"],
    ["js,title=app.js", 'write title="app.js"'],
    ["sql dialect=mysql", "write ```mysql"],
    ["lang=js", "write ```js"],
    ["js startFrom=5", "write numbers=5"],
    ["js twoslash", "leave it out"],
    ["js collapse={1-5, 12-14}", "write fold=1-5,12-14"],
    ["js showLineNumbers startLineNumber=5", "write numbers write numbers=5"],
    ["js wrap=false", "write wrap alone"],
    ["js wrap={false}", "leave it out"],
    ['js frame="none"', "leave it out"],
    ["js showLineNumbers=10", "write numbers=10"],
    ["ts:no-line-numbers {1}", "leave it out write mark=1"],
    ["go {anchorlinenos=true,lineanchors=prefix}", "write links"],
    ["go {linenos=inline}", "write numbers"],
    [
      "rust,linenos,linenostart=20,hl_lines=3-4,hide_lines=1-2",
      "write numbers write numbers=20 write mark=3-4 leave it out",
    ],
    ["rust,name=main.rs", 'write title="main.rs"'],
    ['py linenums="10" hl_lines="2 3"', "write numbers=10 write mark=2,3"],
    ["{.py .annotate}", "write ```py"],
    [
      'javascript {lineNumbers=true,title="app.js",overflow="wrap",expandable=true}',
      'write numbers title="app.js" wrap fold',
    ],
    ["js {numberLines: true}", "write numbers"],
    ["js {numberLines: 5}", "write numbers=5"],
    ['py {code-fold="true"}', "write fold"],
    ['{.sql filename="a.sql" lst-label="lst-a" lst-cap="Claim"}', 'write ```sql title="a.sql" title="Claim"'],
    ["js maxHeight=300", "leave it out"],
    ['js "two words"', "to mark it, write /two words/"],
  ])("is told the words to write: %s", (text, hint) => {
    expect(
      readFenceInfo(text)
        .problems.map((problem) => problem.hint)
        .join(" "),
    ).toBe(hint);
  });

  it.each(["js{1,3}", "js:app.js", "js [app.js]", "js {1}"])("leaves the language what it is: %s", (text) => {
    expect(readFenceInfo(text).info.language).toBe("js");
  });

  it.each(["rust,ignore", "rust,no_run,edition2021", "c++", "c#", "f#", "objective-c"])("is not seen in %s", (text) => {
    expect(readFenceInfo(text).problems).toEqual([]);
  });

  it("has words to write that are read", () => {
    for (const text of [
      "js{1,3}",
      "js ins={2}",
      "js showLineNumbers",
      "js:app.js",
      'go {hl_lines=[1,"3-5"],linenos=true}',
    ]) {
      const hints = readFenceInfo(text).problems.map(({ hint = "" }) => hint.replace("write ", ""));
      expect(readFenceInfo(`js ${hints.join(" ")}`).problems).toEqual([]);
    }
  });
});

describe("what folds, wraps, is numbered from elsewhere and can be linked to", () => {
  it("is read", () => {
    const { info, problems } = readFenceInfo('ts title="a.ts" numbers=40 fold=9-12,2-3 wrap links');
    expect(problems).toEqual([]);
    expect(info).toMatchObject({
      start: 40,
      folds: [
        [2, 3],
        [9, 12],
      ],
    });
    expect([...info.flags].sort()).toEqual(["links", "numbers", "wrap"]);
    expect([...readFenceInfo("ts fold").info.flags]).toEqual(["fold"]);
  });

  it.each([
    ["ts fold=3-5,4-8", "fold=3-5,4-8 folds a line twice"],
    ["ts fold=", '"fold" names no lines'],
    ["ts links", '"links" means nothing without a title'],
    ["sql proof fold", '"fold" and "proof" can\'t be together'],
    ["ts numbers=x", '"numbers" takes no value'],
    ["sh npm2yarn file=x.sh", '"npm2yarn" and "file" can\'t be together'],
  ])("is refused where it means nothing: %s", (text, message) => {
    expect(readFenceInfo(text).problems.map((problem) => problem.message)).toEqual([message]);
  });
});

describe("a word that means nothing", () => {
  it("is named, with the nearest one that does", () => {
    expect(readFenceInfo("sql titel=x nubmers").problems.map(({ hint }) => hint)).toEqual([
      'did you mean "title"?',
      'did you mean "numbers"?',
    ]);
  });

  it("is never taken for something else, whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { info, problems } = readFenceInfo(text);
        expect(text).toContain(info.language);
        expect(info.language).not.toMatch(/[\s,=]/);
        if (!/[a-z]{2}/.test(text))
          expect(info).toEqual({ ...info, flags: new Set(), values: {}, lines: new Map(), words: info.words });
        expect(problems.every(({ message, hint }) => message !== "" && hint !== "")).toBe(true);
      }),
    );
  });
});
