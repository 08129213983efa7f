/** Names of files that editors and systems put beside others, and that are never content. */
const NAME = /^(\.#.*|#.*#|.*~|\._.*|.*\.sw[a-z]|.*\.kate-swp|4913|\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** True for files of Emacs, whose locks are dangling symbolic links, Vim, Kate, macOS and Windows. */
export function isEditorsFile(name: string): boolean {
  return NAME.test(name);
}
