/** Marks the current section in the contents: the last one whose heading is in the upper third of the window, or above it. */
export function followReading(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".contents a")];
  const headings = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
  const show = () => {
    const current = headings.findLastIndex(
      (heading) => heading && heading.getBoundingClientRect().top < innerHeight / 3,
    );
    for (const [index, link] of links.entries()) {
      if (index === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  // The area has no upper end, so crossing the lower edge of the upper third is noticed even in a long jump.
  const observer = new IntersectionObserver(show, { rootMargin: "1000000px 0px -66%" });
  for (const heading of headings) if (heading) observer.observe(heading);
}
