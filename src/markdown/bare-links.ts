/** Addresses that begin with `www.`, as links, where a site's settings ask for it. */

const HOST_AND_PATH = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#][^\s<>"|]*)?/u;
/** Of a sentence, at the end of an address. */
const BEHIND = /[.,;:!?'"*_~]+$/;

/** How linkify-it finds them behind `www.`. */
export const WWW = {
  /** The length of what belongs to the address behind the prefix, in UTF-16 units. */
  validate(text: string, at: number): number {
    let found = HOST_AND_PATH.exec(text.slice(at, at + 2000))?.[0].replace(BEHIND, "") ?? "";
    // A bracket that is not opened in the address closes one of the sentence.
    while (found.endsWith(")") && found.split(")").length > found.split("(").length) found = found.slice(0, -1);
    return found.replace(BEHIND, "").length;
  },
  normalize(match: { url: string }): void {
    match.url = `https://${match.url}`;
  },
};
