/** Hosts of static sites, and how they handle redirects. */
import { z } from "zod";
import { namesOf } from "./names-of.ts";

export interface HostFacts {
  readonly name: string;
  /** How many rules it reads; none for a host that reads none. */
  readonly rules: number;
  /** What the host does with more rules than that. */
  readonly beyond: "the rest" | "all of them";
  /** Whether a rule may ask for a query: any, one of names and values, or none. */
  readonly queries: "any" | "named" | "none";
}

const SERVER = { rules: Number.POSITIVE_INFINITY, beyond: "the rest", queries: "any" } as const;

/**
 * https://docs.netlify.com/manage/routing/redirects/overview/, https://developers.cloudflare.com/pages/configuration/redirects/,
 * https://docs.gitlab.com/user/project/pages/redirects/, https://vercel.com/docs/limits,
 * https://firebase.google.com/docs/hosting/full-config
 */
export const HOSTS = {
  nginx: { name: "nginx", ...SERVER },
  apache: { name: "Apache", ...SERVER },
  caddy: { name: "Caddy", ...SERVER },
  lighttpd: { name: "lighttpd", ...SERVER },
  netlify: { name: "Netlify", rules: Number.POSITIVE_INFINITY, beyond: "the rest", queries: "named" },
  cloudflare: { name: "Cloudflare Pages", rules: 2000, beyond: "the rest", queries: "none" },
  vercel: { name: "Vercel", rules: 2048, beyond: "all of them", queries: "named" },
  firebase: { name: "Firebase Hosting", rules: Number.POSITIVE_INFINITY, beyond: "the rest", queries: "none" },
  gitlab: { name: "GitLab Pages", rules: 1000, beyond: "all of them", queries: "none" },
  github: { name: "GitHub Pages", rules: 0, beyond: "all of them", queries: "none" },
  s3: { name: "Amazon S3", rules: Number.POSITIVE_INFINITY, beyond: "the rest", queries: "none" },
} as const satisfies Record<string, HostFacts>;

export type HostName = keyof typeof HOSTS;

/** Other names of hosts. */
const OTHER_NAMES = {
  "github-pages": "github",
  "gitlab-pages": "gitlab",
  "cloudflare-pages": "cloudflare",
} as const satisfies Record<string, HostName>;

export const HOST_NAMES = namesOf(HOSTS);

export function hostNamed(name: string): HostName | undefined {
  const other = namesOf(OTHER_NAMES).find((one) => one === name);
  return other ? OTHER_NAMES[other] : HOST_NAMES.find((one) => one === name);
}

/** With `own`, its owner writes the rules of a server. */
export const Host = z
  .enum(["own", ...HOST_NAMES, ...namesOf(OTHER_NAMES)], {
    error: `must be ${HOST_NAMES.map((name) => `"${name}"`).join(", ")}, or "own" for a server whose rules you write`,
  })
  .transform((name): Host => hostNamed(name) ?? "own");
export type Host = HostName | "own";
