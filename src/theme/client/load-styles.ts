/** Style sheets that scripts load, for pages that do not have them. */

/** `file` lies beside the script. Resolves when it has loaded or failed to load: what it is for works without it. */
export function loadStyles(file: string): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(file, import.meta.url).href;
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}
