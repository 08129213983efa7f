/** The HTML that a citation style gives, in other forms. */

export function plainTextOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

/** For a page's Markdown. */
export function markdownOf(html: string): string {
  const marked = html
    .replace(/<\/?i>/g, "*")
    .replace(/<\/?b>/g, "**")
    .replace(/<a href="([^"]*)">\1<\/a>/g, "\uFDD1$1\uFDD2")
    .replace(/<[^>]*>/g, "");
  return marked
    .replace(/\uFDD1/g, "<")
    .replace(/\uFDD2/g, ">")
    .replace(/&quot;/g, '"');
}
