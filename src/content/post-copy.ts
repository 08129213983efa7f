/** Copies of a post that its author made in social networks, by their addresses. */
import { embeddableAt, PROVIDERS } from "./embed.ts";
import { parsedUrl } from "./parsed-url.ts";

/** A copy whose likes can be asked for. */
export type PostCopy =
  | { network: "mastodon"; origin: string; id: string }
  /** `actor` is a handle or a DID. */
  | { network: "bluesky"; actor: string; key: string };

const BLUESKY = /^\/profile\/([\w.:%-]+)\/post\/([\w.~:-]+)\/?$/;

/** Undefined for an address anywhere else. */
export function postCopyAt(address: string): PostCopy | undefined {
  const url = parsedUrl(address);
  if (url?.protocol !== "https:" || url.username || url.port) return undefined;
  const [, actor, key] = url.hostname === "bsky.app" ? (BLUESKY.exec(url.pathname) ?? []) : [];
  if (actor && key) return { network: "bluesky", actor: actor.replaceAll("%3A", ":"), key };
  const status = embeddableAt(address);
  if (status?.kind !== "toot") return undefined;
  return { network: "mastodon", origin: url.origin, id: status.address.split("/").at(-1) ?? "" };
}

/** The name of its network: `Mastodon`, or its host. */
export function copyLabel(address: string): string {
  if (postCopyAt(address)?.network === "bluesky") return "Bluesky";
  const known = embeddableAt(address);
  return known ? PROVIDERS[known.kind].label : (parsedUrl(address)?.hostname.replace(/^www\./, "") ?? address);
}
