/** Services of others that a site may use: each is off until a setting names it, and then its pages allow that one host. */
import { z } from "zod";
import { HttpsAddress } from "./https-address.ts";
import { Text } from "./text/text.ts";

const Origin = z
  .url({ protocol: /^https$/, error: "must be an address such as https://stats.example.org" })
  .refine((url) => URL.canParse(url) && new URL(url).port === "" && new URL(url).username === "", {
    error: "must be an address without a port",
  });

const Giscus = z.strictObject({
  /** The public repository whose discussions are the comments: `owner/name`. */
  repo: z.string().regex(/^[\w.-]+\/[\w.-]+$/, { error: "must be a repository such as owner/name" }),
  /** As https://giscus.app tells it. */
  repoId: Text,
  category: Text,
  categoryId: Text,
});

const Domain = z.string().regex(/^[\w.-]+$/, { error: "must be a domain such as example.org" });

const Counting = z.union(
  [
    /** The code of a site at goatcounter.com, or the address of an own GoatCounter. */
    z.strictObject({ goatcounter: z.union([Origin, z.string().regex(/^[a-z0-9-]+$/)]) }),
    /** The domain that Plausible knows the site by, and where an own Plausible is. */
    z.strictObject({ plausible: Domain, at: Origin.default("https://plausible.io") }),
  ],
  { error: 'must be { goatcounter: "code" } or { plausible: "example.org" }' },
);

const Newsletter = z.strictObject({
  /** Where the form is sent: the provider says it, with the name of the field. */
  action: Origin,
  field: z
    .string()
    .regex(/^[\w.[\]-]+$/, { error: "must be the name of a field, such as email" })
    .default("email"),
  /** Further fields that the provider asks for, by name. */
  hidden: z.record(z.string(), z.string()).default({}),
});

const Webmentions = z.strictObject({
  /** Where others send them: `https://webmention.io/example.org/webmention`. */
  endpoint: HttpsAddress,
  /** Where `wellformed reactions` asks for them: what answers as webmention.io's `mentions.jf2` does. */
  api: HttpsAddress.default("https://webmention.io/api/mentions.jf2"),
});

export const Services = z.strictObject({
  comments: z.strictObject({ giscus: Giscus }).optional(),
  counting: Counting.optional(),
  newsletter: Newsletter.optional(),
  webmentions: Webmentions.optional(),
});
export type Services = z.infer<typeof Services>;

/** What the script that counts needs to know, as one text: a kind, an address to ask, and for Plausible a domain. */
export function countingOf({ counting }: Services): string | undefined {
  if (!counting) return undefined;
  if ("plausible" in counting) return `plausible ${new URL("/api/event", counting.at).href} ${counting.plausible}`;
  const { goatcounter } = counting;
  const origin = goatcounter.startsWith("https:") ? goatcounter : `https://${goatcounter}.goatcounter.com`;
  return `goatcounter ${new URL("/count", origin).href}`;
}
