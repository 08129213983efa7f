/** `URL.parse`, which Node has since version 22. */

/** Null for what is no address. */
export function parsedUrl(address: string, base?: string): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null;
}
