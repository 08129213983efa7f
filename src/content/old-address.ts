/**
 * Old addresses: the sources of redirects, in any form that other engines gave them. Each is kept as a path, decoded (see
 * `percent-encoding.ts`), followed by its query if it has one: `/2016/03/My-Post.html`, `/你/`, `/?p=7`.
 */
import { z } from "zod";
import { decodedPath, encodedPath } from "./percent-encoding.ts";
import type { Reason } from "./problems/problem.ts";
import { refusing } from "./refusal.ts";

const EXAMPLE = "an address such as /old/, /2016/Old.html or /?p=7";

export const OldAddress = z.string({ error: `must be ${EXAMPLE}, in quotes` }).check(refusing(refusalOf));

/** As it is kept; undefined for what can't be one. */
export function oldAddressOf(text: string): string | undefined {
  if (refusalOf(text)) return undefined;
  const { path, query } = partsOf(text);
  const decoded = decodedPath(path);
  return decoded === undefined ? undefined : decoded + (query ? `?${query}` : "");
}

/** The path, and the query if the address has one. */
export function partsOf(address: string): { path: string; query: string | undefined } {
  const mark = address.indexOf("?");
  if (mark === -1) return { path: address, query: undefined };
  return { path: address.slice(0, mark), query: address.slice(mark + 1) };
}

export function hasQuery(address: string): boolean {
  return address.includes("?");
}

/** As a browser asks for it. */
export function encodedAddress(address: string): string {
  const { path, query } = partsOf(address);
  return encodedPath(path) + (query === undefined ? "" : `?${query}`);
}

/**
 * The query of an address as Netlify's rules have it, decoded: `p=7 page=2`. A request matches in any order, with further
 * parameters or without. Undefined for a query that there is no rule for, such as one without a value.
 */
export function netlifyQuery(address: string): string | undefined {
  const pairs = [...new URLSearchParams(partsOf(address).query)];
  const isRight = ([key = "", value = ""]: string[]) =>
    /^[\w.~-]+$/.test(key) && /^[^\s:&\p{C}][^\s&\p{C}]*$/u.test(value);
  return pairs.length > 0 && pairs.every(isRight) ? pairs.map((pair) => pair.join("=")).join(" ") : undefined;
}

/** Why a text is no old address. Hosts read more into a `*`, and into a part that begins with a colon. */
function refusalOf(text: string): Reason | undefined {
  const is = `"${text}" is not ${EXAMPLE}`;
  const { path, query } = partsOf(text);
  const decoded = decodedPath(path);
  if (!path.startsWith("/")) return { message: is, hint: hintFor(text) };
  if (text.includes("#")) return { message: `${is}: browsers keep what stands from # on`, hint: hintFor(text) };
  if (/\s/.test(text)) return { message: `${is}: it has a blank`, hint: hintFor(text) };
  if (decoded === undefined) return { message: `${is}: it is not encoded in UTF-8, or has / or \\ encoded in it` };
  if (/[*\\\p{Cc}]|\/:|\/\/|\/\.\.?(\/|$)/u.test(decoded))
    return { message: `${is} (no *, /:, //, \\ or ..)`, hint: hintFor(text) };
  if (query !== undefined && !/^[!-~]+$/.test(query)) return { message: `${is}: its query is empty, or not encoded` };
  return undefined;
}

/** What was probably meant. */
function hintFor(text: string): string | undefined {
  const whole = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  const path = whole ? whole.pathname + whole.search : `/${text.trim().replace(/#.*$/, "").replace(/^\/+/, "")}`;
  const meant = path.replace(/ /g, "%20");
  return meant !== text && !refusalOf(meant) && meant !== "/" ? `write ${meant}` : undefined;
}
