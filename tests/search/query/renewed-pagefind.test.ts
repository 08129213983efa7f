/** Pagefind is replaced after a number of words, without a search that waits for it or fails over it. */
import { describe, expect, it } from "vitest";
import type { StartedPagefind } from "../../../src/search/query/pagefind.ts";
import { RenewedPagefind } from "../../../src/search/query/renewed-pagefind.ts";

/** One that answers with its own number; from the `broken`th on none starts. */
function numbered(broken = Number.POSITIVE_INFINITY) {
  const options: unknown[] = [];
  const start = async (): Promise<StartedPagefind> => {
    const id = String(options.length);
    if (options.length >= broken) throw new Error("offline");
    return {
      options: async (given) => void options.push(given),
      filters: async () => ({}),
      search: async () => ({ results: [{ id, score: 1 }], filters: {} }),
    };
  };
  return { options, pagefind: new RenewedPagefind(start, { ranking: {} }) };
}

async function answeredBy(pagefind: RenewedPagefind, text: string): Promise<string | undefined> {
  return (await pagefind.search(text, {})).results[0]?.id;
}

describe("Pagefind", () => {
  it("stays for one who types on and on", async () => {
    const { pagefind } = numbered();
    for (let time = 0; time < 100; time++) expect(await answeredBy(pagefind, "row locks")).toBe("0");
  });

  it("is another one after many words, with the same options", async () => {
    const { options, pagefind } = numbered();
    const answers = new Set<string | undefined>();
    for (let time = 0; time < 60; time++) answers.add(await answeredBy(pagefind, `word${time}`));
    expect([...answers].slice(0, 3)).toEqual(["0", "1", "2"]);
    expect(new Set(options.map((given) => JSON.stringify(given)))).toEqual(new Set(['{"ranking":{}}']));
  });

  it("that does not start fails the first search, and nothing before it", async () => {
    const { pagefind } = numbered(0);
    await new Promise((resolve) => setTimeout(resolve));
    await expect(pagefind.search("row", {})).rejects.toThrow("offline");
  });

  it("is the last one that started, where no other does", async () => {
    const { pagefind } = numbered(1);
    for (let time = 0; time < 60; time++) expect(await answeredBy(pagefind, `word${time}`)).toBe("0");
  });
});
