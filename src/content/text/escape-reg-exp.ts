/** The text as the source of a pattern that matches just that, with or without the flag `u`. */
export function escapeRegExp(text: string): string {
  // `RegExp.escape` needs Node 24.
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
