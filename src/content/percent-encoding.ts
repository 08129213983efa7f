/** Percent-encoding of paths (RFC 3986, section 2.1). */

/** Characters that would change a path's meaning if they were decoded: `#`, `%` and `?`. */
const STAYS = /^%(?:23|25|3F)$/;
/** Controls, `/` and a backslash, which hosts and browsers refuse or take for separators. */
const REFUSED = /[\p{Cc}/\\]/u;

/**
 * A path as it is compared and shown: `/%e4%bd%a0/` → `/你/`; `%23`, `%25` and `%3F` stay, in capitals. Undefined where it
 * is not encoded UTF-8 or has something in it that no path may have.
 */
export function decodedPath(path: string): string | undefined {
  let isRight = true;
  const decoded = path.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    const parts = run.toUpperCase().split(/(%(?:23|25|3F))(?=%|$)/);
    return parts.map((part) => (STAYS.test(part) ? part : decode(part))).join("");
  });
  function decode(part: string): string {
    try {
      const text = decodeURIComponent(part);
      isRight &&= !REFUSED.test(text);
      return text;
    } catch {
      isRight = false;
      return part;
    }
  }
  return isRight && !/%(?![0-9a-f]{2})/i.test(path) ? decoded : undefined;
}

/** The reverse, as browsers send it (https://url.spec.whatwg.org/#path-percent-encode-set). */
export function encodedPath(path: string): string {
  return path
    .split(/(%(?:23|25|3F))/)
    .map((part) => (STAYS.test(part) ? part : encodeURI(part).replace(/%5B|%5D|%7C/g, decodeURIComponent)))
    .join("");
}
