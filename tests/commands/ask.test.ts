/** The questions of `wellformed init`, to whoever sits at a terminal. */
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { type Asking, askFor } from "../../src/commands/init/ask.ts";

const USUAL = { title: "My site", author: "Anonymous", url: "https://example.org/", language: "de", accent: "#98321a" };

it("are asked in their order, and an empty answer is the one in brackets", async () => {
  const { answers, printed } = await answer("Käthes Notizen\nKäthe\n\n\n\n");
  expect(answers).toEqual({ ...USUAL, title: "Käthes Notizen", author: "Käthe" });
  expect(printed).toBe(
    "The site's title [My site]: Its author [Anonymous]: Its address [https://example.org/]: " +
      "Its language [de]: The colour of its links [#98321a]: ",
  );
});

it("are asked again where the answer can't be", async () => {
  const { answers, printed } = await answer("\n\nnowhere\nkaethe.example\nGerman\nde-CH\n\n");
  expect(answers).toEqual({ ...USUAL, url: "https://kaethe.example/", language: "de-CH" });
  expect(printed).toContain("  must be an address such as https://example.org/\nIts address [");
  expect(printed).toContain('  "German" is not a language tag such as en or pt-BR');
});

it("are left out where an option has answered, or --yes has answered all", async () => {
  const given = { title: "Given", language: "en" };
  expect((await answer("A\n\n\n", { given })).answers).toEqual({ ...USUAL, ...given, author: "A" });
  const none = await answer("", { given, takesUsual: true });
  expect(none.answers).toEqual({ ...USUAL, ...given });
  expect(none.printed).toBe("");
});

it("that nobody answers make nothing", async () => {
  await expect(answer("Title\n")).rejects.toThrow("the questions were not answered; nothing was made");
});

async function answer(typed: string, asking: Partial<Asking> = {}) {
  const terminal = { input: new PassThrough(), output: new PassThrough() };
  terminal.input.end(typed);
  const answers = await askFor({ given: {}, takesUsual: false, locale: "de-CH", terminal, ...asking });
  terminal.output.end();
  return { answers, printed: await text(terminal.output) };
}
