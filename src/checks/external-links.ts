/** Checks links to other sites, politely: each address once, one request at a time to a host, and not again within a week. */

import { setTimeout } from "node:timers/promises";
import type { Content } from "../content/content.ts";
import { groupBy } from "../content/group-by.ts";
import { networkFault } from "../content/problems/network-fault.ts";
import type { Finding } from "../content/problems/problem.ts";

/** The last answer of an address. */
export interface Answer {
  /** HTTP's; 0 where there was no answer. */
  status: number;
  /** Where a permanent redirect leads, or why there was no answer. */
  note?: string | undefined;
  /** In milliseconds since 1970. */
  asked: number;
}

export interface Asking {
  /** Earlier answers by address; new ones are added. */
  answers: Map<string, Answer>;
  fetch: typeof fetch;
  now: number;
  /** Between two requests to one host, in milliseconds. */
  pauseMs: number;
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const TIMEOUT_MS = 15_000;
/** Statuses of pages that may exist but are not shown to programs, or not now. */
const NO_ANSWER_TO_PROGRAMS = new Set([401, 402, 403, 407, 429, 451, 503, 999]);
/** From this status on, GET is tried: many servers do not support HEAD. */
const ASK_AGAIN_WITH_GET = 400;

export async function checkExternalLinks(content: Content, asking: Asking): Promise<Finding[]> {
  const links = content.entries.flatMap(({ file, body }) => body.externalLinks.map((link) => ({ ...link, file })));
  const addresses = [...new Set(links.map(({ url }) => withoutFragment(url)))].filter(
    (url) => !isFresh(asking.answers.get(url), asking.now),
  );
  const hosts = groupBy(addresses, (url) => new URL(url).host);
  await Promise.all([...hosts.values()].map((ofHost) => askEach(ofHost, content.site.url, asking)));
  return links.flatMap(({ file, line, url }) => {
    const answer = asking.answers.get(withoutFragment(url));
    const fault = answer && faultOf(answer);
    return fault
      ? [{ rule: "link-external" as const, file, line, message: `${url} ${fault}`, hint: hintOf(answer), written: url }]
      : [];
  });
}

async function askEach(addresses: string[], siteUrl: string, { answers, fetch, now, pauseMs }: Asking): Promise<void> {
  for (const [index, url] of addresses.entries()) {
    if (index > 0) await setTimeout(pauseMs);
    answers.set(url, { ...(await ask(url, siteUrl, fetch)), asked: now });
  }
}

async function ask(url: string, siteUrl: string, fetch: Asking["fetch"]): Promise<Omit<Answer, "asked">> {
  const request = async (method: "HEAD" | "GET") => {
    const headers = { "user-agent": `Wellformed link check (+${siteUrl})`, accept: "*/*" };
    const response = await fetch(url, { method, headers, redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.body?.cancel();
    return response;
  };
  try {
    const first = await request("HEAD");
    const { status, headers } = first.status >= ASK_AGAIN_WITH_GET ? await request("GET") : first;
    const target = headers.get("location");
    return { status, ...(target && { note: new URL(target, url).href }) };
  } catch (error) {
    return { status: 0, note: networkFault(error) };
  }
}

function faultOf({ status, note }: Answer): string | undefined {
  if (status === 0) return `can't be reached: ${note}`;
  if (status === 301 || status === 308) return "has moved for good";
  return status >= 400 && !NO_ANSWER_TO_PROGRAMS.has(status) ? `answers ${status}` : undefined;
}

function hintOf({ status, note }: Answer): string | undefined {
  return status === 301 || status === 308 ? `it is at ${note} now` : undefined;
}

/** Addresses with a problem are asked again each time. */
function isFresh(answer: Answer | undefined, now: number): boolean {
  return answer !== undefined && !faultOf(answer) && now - answer.asked < WEEK_MS;
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, "");
}
