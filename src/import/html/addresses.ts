/** Addresses in HTML: where they may lead, and what they become. */
import type { Element } from "hast";
import { attribute, elementsIn, isElement } from "./hast.ts";
import type { HtmlNotes } from "./notes.ts";

/** Pictures are shown, files played, links followed. */
export type AddressUse = "link" | "picture" | "file";

/** In lower case; undefined for an address without one. As browsers do, it passes over blanks and control characters. */
export function schemeOf(address: string): string | undefined {
  const bare = address.replace(/[\s\p{Cc}]/gu, "");
  return /^([a-z][a-z\d+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
}

const ADDRESSES: readonly (readonly [string, string, AddressUse])[] = [
  ["a", "href", "link"],
  ["img", "src", "picture"],
  ["video", "poster", "picture"],
  ["video", "src", "file"],
  ["audio", "src", "file"],
  ["source", "src", "file"],
  ["track", "src", "file"],
];

/** Sets each address to what it becomes; what is shown or played is so over https alone. */
export function setAddresses(
  root: Element,
  notes: HtmlNotes,
  become: (address: string, use: AddressUse) => string = (same) => same,
): void {
  for (const one of elementsIn(root)) {
    for (const [name, key, use] of ADDRESSES) {
      const written = isElement(one, name)
        ? attribute(one, key)
            ?.trim()
            .replace(/[\t\n\r]/g, "")
        : undefined;
      if (!written) continue;
      const led = become(written.startsWith("//") ? `https:${written}` : written, use).replace(
        /\s/g,
        encodeURIComponent,
      );
      one.properties[key] = led;
      if (use === "link") continue;
      const scheme = schemeOf(led);
      if (scheme === "http") {
        notes.counted("picture or film over http", one, written, "https");
        one.properties[key] = led.replace(/^http:/i, "https:");
      } else if (scheme !== undefined && scheme !== "https") {
        notes.left(`${scheme}: address`, one, `${key}="${written}"`, "nothing");
        delete one.properties[key];
      }
    }
  }
}
