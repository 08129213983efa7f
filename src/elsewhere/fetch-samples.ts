/** Fetches a page's `samples.json`: from the web, from a server on this machine, or from disk. */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { networkFault } from "../content/problems/network-fault.ts";
import { UsageError } from "../content/problems/usage-error.ts";
import { readSamplesFile, type SharedPage, samplesPath } from "../content/samples/samples-file.ts";
import { readAnswer } from "./ask.ts";

const TIMEOUT_MS = 15_000;
/** Forty times the size for a long page. */
const MOST_BYTES = 4_000_000;
const MOST_REDIRECTS = 3;
const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * `place` is the address or path of a page or of the file itself. Throws a `UsageError` if it can't be fetched, is too large or
 * invalid, or redirects to another site.
 */
export async function fetchSamples(place: string, fetch: typeof globalThis.fetch): Promise<SharedPage> {
  const isAddress = /^[a-z][a-z0-9+.-]+:/i.test(place) && URL.canParse(place) && !/^[a-z]:[\\/]/i.test(place);
  const { name, bytes } = isAddress ? await download(new URL(place), fetch) : await readLocal(place);
  const text = new TextDecoder().decode(bytes);
  const read = readSamplesFile(name, text);
  if (read.ok) return read.value;
  throw new UsageError(
    read.problems.map(({ message, hint }) => `${name} ${message}${hint ? ` (${hint})` : ""}`).join("\n"),
  );
}

/** The address of a page's `samples.json`; that of a `.json` file stays. */
export function samplesAddress(page: URL): URL {
  const address = new URL(page);
  address.hash = "";
  if (!address.pathname.endsWith(".json")) {
    address.search = "";
    address.pathname = samplesPath(address.pathname);
  }
  return address;
}

async function download(page: URL, fetch: typeof globalThis.fetch): Promise<{ name: string; bytes: Uint8Array }> {
  const first = samplesAddress(page);
  checkAddress(first);
  for (let address = first, left = MOST_REDIRECTS; left >= 0; left--) {
    const response = await ask(address, fetch);
    const target = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || !target) {
      const answer = await readAnswer(response, MOST_BYTES).catch((error) => ({ reason: unreachable(error) }));
      if ("value" in answer) return { name: address.href, bytes: answer.value };
      const hint = response.status === 404 ? ": the page has no proven samples, or another engine made it" : "";
      throw new UsageError(`${address.href} ${answer.reason}${hint}`);
    }
    await response.body?.cancel();
    const next = URL.canParse(target, address) ? new URL(target, address) : undefined;
    // The reader has trusted the site that was named, and no other.
    if (next?.host !== first.host || next.protocol !== first.protocol)
      throw new UsageError(`${address.href} leads to ${next?.href ?? target}, which is another site: name that one`);
    address = next;
  }
  throw new UsageError(`${first.href} redirects without end`);
}

function checkAddress({ protocol, hostname, username, password, href }: URL): void {
  if (username || password) throw new UsageError("the address must have no name and no password in it");
  if (protocol === "https:" || (protocol === "http:" && LOCAL.has(hostname))) return;
  throw new UsageError(`${href} is neither https nor on this machine, so it could be changed on the way`);
}

async function ask(address: URL, fetch: typeof globalThis.fetch): Promise<Response> {
  try {
    return await fetch(address, {
      headers: { accept: "application/json" },
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new UsageError(`${address.href} ${unreachable(error)}`);
  }
}

function unreachable(error: unknown): string {
  return `can't be reached: ${networkFault(error)}`;
}

/** A `samples.json`, or the folder of a built page that has one. */
async function readLocal(path: string): Promise<{ name: string; bytes: Uint8Array }> {
  const found = await stat(path).catch(() => undefined);
  const name = found?.isDirectory() ? join(path, samplesPath("/")) : path;
  const { size } = (await stat(name).catch(() => undefined)) ?? {};
  if (size === undefined) throw new UsageError(`there is no file ${name}`);
  if (size > MOST_BYTES) throw new UsageError(`${name} has more than ${MOST_BYTES} bytes`);
  return { name, bytes: await readFile(name) };
}
