/** Asks other sites, politely and with limits: what they answer may be anything. */
import { isIP } from "node:net";
import { setTimeout } from "node:timers/promises";
import { networkFault } from "../content/problems/network-fault.ts";

export interface Asking {
  fetch: typeof fetch;
  /** Whose site asks, for their logs. */
  siteUrl: string;
  /** Between two requests to one host, in milliseconds. */
  pauseMs: number;
}

/** The answer, or why it can't be used: "answers 404". */
export type Answer<Value> = { value: Value } | { reason: string };

const TIMEOUT_MS = 15_000;
const MOST_JSON = 1_000_000;
const MOST_REDIRECTS = 3;

export class Asker {
  readonly #asking: Asking;
  readonly #asked = new Set<string>();

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  async json(url: string): Promise<Answer<unknown>> {
    const answer = await this.bytes(url, MOST_JSON, "application/json");
    if ("reason" in answer) return answer;
    try {
      return { value: JSON.parse(new TextDecoder().decode(answer.value)) };
    } catch {
      return { reason: "answers with something else than JSON" };
    }
  }

  /** At most so many, whatever the length is said to be. */
  async bytes(url: string, most: number, accept: string): Promise<Answer<Uint8Array>> {
    try {
      return await this.#follow(url, most, accept);
    } catch (error) {
      return { reason: `can't be reached: ${networkFault(error)}` };
    }
  }

  async #follow(first: string, most: number, accept: string): Promise<Answer<Uint8Array>> {
    for (let url = first, left = MOST_REDIRECTS; left >= 0; left--) {
      if (!isPublic(url)) return { reason: `leads to ${url.slice(0, 100)}, which is no address of the public web` };
      const response = await this.#ask(url, accept);
      const target = response.headers.get("location");
      if (response.status < 300 || response.status >= 400 || !target) return await readAnswer(response, most);
      await response.body?.cancel();
      url = URL.canParse(target, url) ? new URL(target, url).href : target;
    }
    return { reason: "redirects without end" };
  }

  async #ask(url: string, accept: string): Promise<Response> {
    const { fetch, siteUrl, pauseMs } = this.#asking;
    const { host } = new URL(url);
    if (this.#asked.has(host)) await setTimeout(pauseMs);
    this.#asked.add(host);
    const headers = { accept, "user-agent": `Wellformed (+${siteUrl})` };
    return fetch(url, { headers, redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
  }
}

/** Nothing that another site says may have this machine, or its network, be asked. */
export function isPublic(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== "https:" || url.username || url.port) return false;
  const { hostname } = url;
  return (
    isIP(hostname.replace(/^\[|\]$/g, "")) === 0 &&
    hostname.includes(".") &&
    !/\.(localhost|local|internal)$/.test(hostname)
  );
}

/** The answer's text, up to a size in bytes. */
export async function readAnswer(response: Response, most: number): Promise<Answer<Uint8Array>> {
  if (!response.ok) {
    await response.body?.cancel();
    return { reason: `answers ${response.status}` };
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    // Leaving the loop ends the response.
    if (length > most) return { reason: `answers with more than ${most} bytes` };
    chunks.push(chunk);
  }
  return { value: Buffer.concat(chunks) };
}
