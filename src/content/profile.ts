/** Profiles elsewhere, such as on GitHub: an address, and what it is called. */
import { z } from "zod";
import { Text } from "./text/text.ts";
import { WebAddress } from "./web-address.ts";

/** An address, or one with a label. */
export const Profile = z
  .union([WebAddress, z.strictObject({ label: Text, url: WebAddress })], {
    error: 'must be an address such as https://example.org/@name, or { label: "…", url: "https://…" }',
  })
  .transform((profile): Profile => (typeof profile === "string" ? { url: profile } : profile));

export interface Profile {
  readonly url: string;
  readonly label?: string | undefined;
}

const NAMES: Readonly<Record<string, string>> = {
  "bsky.app": "Bluesky",
  "codeberg.org": "Codeberg",
  "github.com": "GitHub",
  "gitlab.com": "GitLab",
  "instagram.com": "Instagram",
  "linkedin.com": "LinkedIn",
  "orcid.org": "ORCID",
  "stackoverflow.com": "Stack Overflow",
  "threads.net": "Threads",
  "x.com": "X",
  "youtube.com": "YouTube",
};

/** Its own label, the name of a site that many know, or its host. */
export function profileLabel({ url, label }: Profile): string {
  const host = new URL(url).host.replace(/^www\./, "");
  return label ?? NAMES[host] ?? host;
}
