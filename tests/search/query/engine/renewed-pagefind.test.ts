/** Pagefind is replaced after a number of words, without a search that waits for it or fails over it. */
import { describe, expect, it } from "vitest";
import type { StartedPagefind } from "../../../../src/search/query/engine/pagefind.ts";
import { RenewedPagefind } from "../../../../src/search/query/engine/renewed-pagefind.ts";

/** One that answers with its own number; from the `broken`th on none starts. Its files are `read` a moment after. */
function numbered(broken = Number.POSITIVE_INFINITY) {
  const options: unknown[] = [];
  const read: string[] = [];
  const start = async (): Promise<StartedPagefind> => {
    const id = String(options.length);
    if (options.length >= broken) throw new Error("offline");
    return {
      options: async (given) => void options.push(given),
      filters: async () => {
        await aMoment();
        read.push(id);
        return {};
      },
      search: async () => ({ results: [{ id, score: 1 }], filters: {} }),
    };
  };
  return { options, read, pagefind: new RenewedPagefind(start, { ranking: {} }) };
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
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
    for (let time = 0; time < 100; time++) {
      answers.add(await answeredBy(pagefind, `word${time}`));
      await aMoment();
    }
    expect([...answers].slice(0, 3)).toEqual(["0", "1", "2"]);
    expect(new Set(options.map((given) => JSON.stringify(given)))).toEqual(new Set(['{"ranking":{}}']));
  });

  it("that does not start fails the first search, and nothing before it", async () => {
    const { pagefind } = numbered(0);
    await aMoment();
    await expect(pagefind.search("row", {})).rejects.toThrow("offline");
  });

  it("has read all of its files before it answers, and before it is closed", async () => {
    const { pagefind, read } = numbered();
    for (let time = 0; time < 30; time++) expect(await answeredBy(pagefind, `word${time}`)).toBe("0");
    expect(read).toEqual([]);
    await pagefind.close();
    expect(read).toEqual(["1", "1"]);
    expect(await answeredBy(pagefind, "word")).toBe("1");
  });

  it("that did not start can be closed", async () => {
    const { pagefind } = numbered(0);
    await expect(pagefind.close()).resolves.toBeUndefined();
  });

  it("is the last one that started, where no other does", async () => {
    const { pagefind } = numbered(1);
    for (let time = 0; time < 60; time++) expect(await answeredBy(pagefind, `word${time}`)).toBe("0");
  });
});
