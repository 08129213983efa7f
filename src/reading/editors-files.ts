/** Names of what editors and systems put beside a file while it is open, or for good, and what is never content. */
const NAME = /^(\.#.*|#.*#|.*~|\._.*|.*\.sw[a-z]|.*\.kate-swp|4913|\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** Of Emacs, Vim, Kate, macOS and Windows; a lock of Emacs is a symbolic link that leads nowhere. */
export function isEditorsFile(name: string): boolean {
  return NAME.test(name);
}
