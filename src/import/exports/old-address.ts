/** Addresses of the old site as paths. */
import { parsedUrl } from "../../content/parsed-url.ts";

/** Decoded, without the host: `/2016/03/a-post/`; undefined for one that only a query tells apart. */
export function pathOfAddress(address: string): string | undefined {
  const url = parsedUrl(address, "https://none.invalid/");
  if (!url || /^\?(p|page_id|attachment_id|preview)=/.test(url.search) || !/^https?:$/.test(url.protocol))
    return undefined;
  return decodedPath(url.pathname);
}

export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
