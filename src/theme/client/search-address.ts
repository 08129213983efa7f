/** The address of a search: `?q=row+locks&tag=PostgreSQL&order=date`. */
import type { Query } from "../../search/query/find.ts";
import { FILTERS } from "./search-filters.ts";

export const PAGE_OF_RESULTS = 10;

export function queryFrom(address: string): Query {
  const parameters = new URLSearchParams(address);
  return {
    text: parameters.get("q") ?? "",
    picked: Object.fromEntries([...parameters].filter(([name, value]) => value && Object.hasOwn(FILTERS, name))),
    order: parameters.get("order") === "date" ? "date" : "relevance",
    literal: parameters.has("literal"),
    limit: PAGE_OF_RESULTS,
  };
}

/** Begins with `?`, or is empty for a search for nothing. */
export function addressOf({ text, picked, order, literal }: Query): string {
  const parameters = new URLSearchParams({ ...(text && { q: text }), ...picked });
  if (order === "date") parameters.set("order", order);
  if (literal) parameters.set("literal", "1");
  return parameters.size > 0 ? `?${parameters}` : "";
}
