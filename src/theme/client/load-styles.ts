/** Style sheets that are loaded by scripts. */

/** Loads a style sheet beside the script. Resolves when it has loaded, and also when it failed: features work unstyled. */
export function loadStyles(file: string): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(file, import.meta.url).href;
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}
