/** Terminal colours become the page's own, and every other sequence is dropped. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAnsi } from "../../src/markdown/ansi.ts";

/** As a text shows the escape character. */
const ESC = "␛";

/** Each run that has a class, as `class:text`. */
function shown(written: string): string {
  return readAnsi(written)
    .runs.map(({ role, text }) => (role ? `[${role}:${text}]` : text))
    .join("");
}

describe("colours", () => {
  it.each([
    ["\\e[31mred\\e[0m plain", "[k:red] plain"],
    ["\\x1b[32mgreen\\x1b[39m", "[s:green]"],
    ["\\033[33myellow\\033[m", "[n:yellow]"],
    ["\\u001b[34mblue", "[f:blue]"],
    [`${ESC}[95mbright magenta`, "[p:bright magenta]"],
    [`${ESC}[36mcyan`, "[t:cyan]"],
    [`${ESC}[90mgrey ${ESC}[37mwhite ${ESC}[30mblack`, "[c:grey ]white black"],
    [`${ESC}[38;5;9mof sixteen`, "[k:of sixteen]"],
    [`${ESC}[38;5;208mof the cube`, "[n:of the cube]"],
    [`${ESC}[38;5;245ma grey`, "[c:a grey]"],
    [`${ESC}[38;5;255malmost white`, "almost white"],
    [`${ESC}[38;2;255;120;0;1mtrue`, "[n b:true]"],
    [`${ESC}[38:2::0:200:0mwith colons`, "[s:with colons]"],
    [`${ESC}[38:5:21mwith colons`, "[f:with colons]"],
    [`${ESC}[1;31mbold red${ESC}[22m red`, "[k b:bold red][k: red]"],
    [`${ESC}[30;42m PASS ${ESC}[0m`, "[s v: PASS ]"],
    [`${ESC}[7mswapped`, "[v:swapped]"],
    [`${ESC}[31;7mswapped`, "[k v:swapped]"],
    [`${ESC}[31;42;7mswapped`, "[k v:swapped]"],
    [`${ESC}[31;47mon white`, "[k w:on white]"],
    [`${ESC}[2mdim${ESC}[2;31m dim red`, "[c:dim][k: dim red]"],
    [`${ESC}[3;4;9mall${ESC}[23;24;29m none`, "[e u x:all] none"],
    [`${ESC}[4:3mcurly${ESC}[4:0m none`, "[u:curly] none"],
    [`${ESC}[38;5mcut short`, "cut short"],
    [`${ESC}[999;31mother`, "[k:other]"],
  ])("of %j are %j", (written, expected) => expect(shown(written)).toBe(expected));
});

describe("what is no colour", () => {
  it.each([
    [`a${ESC}[2Kb${ESC}[1;1Hc${ESC}[?25ld${ESC}[>4;1me`, "abcde"],
    [`${ESC}]8;;https://example.org${ESC}\\link${ESC}]8;;${ESC}\\`, "link"],
    [`${ESC}]0;a title␇text`, "text"],
    [`${ESC}(Btext${ESC}7${ESC}=${ESC}`, "text"],
    ["text␇␈␍␟", "text"],
  ])("is dropped: %j", (written, expected) => expect(readAnsi(written).text).toBe(expected));

  it("is named where its escape character was lost", () => {
    expect(readAnsi("[1;31mred[0m").torn).toBe("[1;31m");
    expect(readAnsi("a[1], b[2] [3m ] [min]").torn).toBe("[3m");
    expect(readAnsi("a[1], [10 ms] [min]").torn).toBeUndefined();
  });
});

describe("any text", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(ESC, "\\e", "[", "]", "m", ";", ":", "38", "48", "5", "2", "0", "31", "7", "␇", "\\", "\n", "x"),
  );
  const written = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));

  it("is the text of its runs, whose classes are words of one letter", () => {
    fc.assert(
      fc.property(written, (one) => {
        const { text, runs } = readAnsi(one);
        expect(runs.map((run) => run.text).join("")).toBe(text);
        expect(runs.filter(({ role = "k" }) => !/^[a-z]( [a-z])*$/.test(role))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("without an escape stays as it is", () => {
    const plain = written.filter((one) => !/[␀-␡]|\\(?:e|x1b|0?33|u001b|u\{1b)/i.test(one));
    fc.assert(
      fc.property(plain, (one) => {
        expect(readAnsi(one).text).toBe(one);
      }),
      { numRuns: 1000 },
    );
  });
});
