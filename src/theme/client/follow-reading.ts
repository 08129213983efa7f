/** Marks in the contents the section that is being read: the last whose heading is in the upper third of the window, or above it. */
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
  // Of a window without an upper end: called when a heading has passed the upper third's lower edge, in however long a jump.
  const observer = new IntersectionObserver(show, { rootMargin: "1000000px 0px -66%" });
  for (const heading of headings) if (heading) observer.observe(heading);
}
