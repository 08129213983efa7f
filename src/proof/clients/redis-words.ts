/** The words of a command as redis-cli reads them: in double quotes with escapes, in single ones without. */

const ESCAPED: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, a: 7 };

/** Undefined where quotes do not end, or something stands right behind them. */
export function redisWords(line: string): Buffer[] | undefined {
  const words: Buffer[] = [];
  let rest = line.trim();
  while (rest) {
    const [written = "", double, single] =
      /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|[^\s"']+)(?=\s|$)/s.exec(rest) ?? [];
    if (!written) return undefined;
    if (double !== undefined) words.push(unescaped(double));
    else words.push(Buffer.from(single === undefined ? written : single.replaceAll("\\'", "'")));
    rest = rest.slice(written.length).trimStart();
  }
  return words;
}

function unescaped(text: string): Buffer {
  const parts = [...text.matchAll(/\\x([0-9a-f]{2})|\\(.)|[^\\]+/gis)].map(([whole, hex, letter]) => {
    if (hex !== undefined) return Buffer.from([Number.parseInt(hex, 16)]);
    if (letter === undefined) return Buffer.from(whole);
    const code = ESCAPED[letter];
    return code === undefined ? Buffer.from(letter) : Buffer.from([code]);
  });
  return Buffer.concat(parts);
}
