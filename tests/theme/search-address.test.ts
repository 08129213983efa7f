/** A search in the address of `/search/`. */
import { describe, expect, it } from "vitest";
import { addressOf, queryFrom } from "../../src/theme/client/search-address.ts";

describe("the address of a search", () => {
  it("keeps all that was asked, and comes back the same", () => {
    const query = {
      text: "row locks",
      picked: { tag: "R&D", checked: "Node 24" },
      order: "date",
      literal: true,
      limit: 10,
    } as const;
    expect(queryFrom(addressOf(query))).toEqual(query);
  });

  it("has nothing of parameters that others have put there", () => {
    expect(queryFrom("?q=konduit&utm_source=x&fbclid=1&constructor=y&tag=SQL").picked).toEqual({ tag: "SQL" });
  });
});
