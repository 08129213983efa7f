/** Hosts of static sites, and how many rules of a `_redirects` file each reads. */
import { z } from "zod";

export interface HostFacts {
  readonly name: string;
  /** How many rules it reads; none for a host that does not know the file. */
  readonly rules: number;
  /** What becomes of a file with more of them. */
  readonly beyond: "the rest" | "all of them";
  /** True where a rule may ask for a query. */
  readonly hasQueries: boolean;
}

/**
 * https://docs.netlify.com/manage/routing/redirects/overview/, https://developers.cloudflare.com/pages/configuration/redirects/,
 * https://docs.gitlab.com/user/project/pages/redirects/. With `own`, its owner writes the rules of a server.
 */
export const HOSTS = {
  netlify: { name: "Netlify", rules: Number.POSITIVE_INFINITY, beyond: "the rest", hasQueries: true },
  cloudflare: { name: "Cloudflare Pages", rules: 2000, beyond: "the rest", hasQueries: false },
  gitlab: { name: "GitLab Pages", rules: 1000, beyond: "all of them", hasQueries: false },
  github: { name: "GitHub Pages", rules: 0, beyond: "all of them", hasQueries: false },
} as const satisfies Record<string, HostFacts>;

export const Host = z.enum(["netlify", "cloudflare", "gitlab", "github", "own"], {
  error: 'must be "netlify", "cloudflare", "gitlab", "github", or "own" for a server whose rules you write',
});
export type Host = z.infer<typeof Host>;
