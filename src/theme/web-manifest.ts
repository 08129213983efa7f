/** The web app manifest (https://www.w3.org/TR/appmanifest/): how a site is called and looks among a phone's programs. */
import { hrefOf } from "../content/address.ts";
import type { Site } from "../content/site.ts";
import { directionOf } from "../content/text/direction.ts";

export const MANIFEST = "/manifest.webmanifest";

interface Icon {
  readonly path: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose: string;
}

/** `paper` is the colour of its pages by day. */
export function webManifest(site: Site, icons: readonly Icon[], paper: string): string {
  const manifest = {
    name: site.title,
    description: site.description,
    lang: site.language,
    dir: directionOf(site.language),
    start_url: hrefOf(site, "/"),
    scope: hrefOf(site, "/"),
    display: "minimal-ui",
    background_color: paper,
    theme_color: paper,
    icons: icons.map(({ path, ...icon }) => ({ src: hrefOf(site, path), ...icon })),
  };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}
