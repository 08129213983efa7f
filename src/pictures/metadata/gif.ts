/** Removes metadata from GIF (version 89a) losslessly. */

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const END = 0x3b;
/** Labels of extensions. */
const CONTROL = 0xf9;
const APPLICATION = 0xff;
/** Loop count and colour profile. */
const KEPT_APPLICATIONS = new Set(["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"]);
const HEADER_LENGTH = 13;
const DESCRIPTOR_LENGTH = 10;

/** Undefined for a damaged or truncated file. */
export function gifWithoutMetadata(file: Uint8Array): Uint8Array | undefined {
  if (file.length < HEADER_LENGTH) return undefined;
  let at = HEADER_LENGTH + tableLength(file[10]);
  const kept = [file.subarray(0, at)];
  // Applies to the next frame; one that precedes a dropped extension is superseded by the next.
  let control: Uint8Array | undefined;
  while (at < file.length && file[at] !== END) {
    const end = endOfBlock(file, at);
    if (end === undefined) return undefined;
    const block = file.subarray(at, end);
    at = end;
    if (block[0] === IMAGE) {
      kept.push(...(control ? [control] : []), block);
      control = undefined;
    } else if (block[1] === CONTROL) control = block;
    else if (isKeptApplication(block)) kept.push(block);
  }
  return kept.length > 1 ? Buffer.concat([...kept, Buffer.from([END])]) : undefined;
}

function endOfBlock(file: Uint8Array, at: number): number | undefined {
  if (file[at] === EXTENSION) return endOfSubBlocks(file, at + 2);
  if (file[at] !== IMAGE) return undefined;
  const table = at + DESCRIPTOR_LENGTH + tableLength(file[at + DESCRIPTOR_LENGTH - 1]);
  return endOfSubBlocks(file, table + 1);
}

/** Sub-blocks of up to 255 bytes, each after its length; an empty one is the last. */
function endOfSubBlocks(file: Uint8Array, from: number): number | undefined {
  let at = from;
  for (let length = file[at]; length !== undefined; length = file[at]) {
    at += 1 + length;
    if (length === 0) return at;
  }
  return undefined;
}

/** Of a colour table, in bytes; the lowest bits encode the number of colours. */
function tableLength(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function isKeptApplication(block: Uint8Array): boolean {
  const name = Buffer.from(block.subarray(3, 14)).toString("latin1");
  return block[1] === APPLICATION && KEPT_APPLICATIONS.has(name);
}
