/**
 * The lines of bytes as they are, each without its `\n`: a file may be longer than a text can be.
 *
 * @param pieces one after the other; each may take the place of the one before, and a line with it
 */
export function* byteLines(pieces: Iterable<Buffer>): Generator<Buffer> {
  let begun: Buffer[] = [];
  for (const bytes of pieces) {
    let start = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
      const line = bytes.subarray(start, end);
      yield begun.length === 0 ? line : Buffer.concat([...begun, line]);
      begun = [];
      start = end + 1;
    }
    if (start < bytes.length) begun.push(Buffer.from(bytes.subarray(start)));
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}
