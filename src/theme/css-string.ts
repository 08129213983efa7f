/** A text as CSS writes it (CSS Syntax 3, section 4.3.5), which may stand in HTML's `<style>` too. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\\n\r\f<]/g, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}
