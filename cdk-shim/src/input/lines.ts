/** Reads lines that end only at a line feed. Node's readline also splits at U+2028, which JSON allows inside strings. */

const LINE_FEED = 0x0a;

/**
 * Yields the lines of UTF-8 bytes, without the line feeds. The last line needs no line feed. Holds one chunk and one unfinished
 * line in memory. If the caller stops early, `chunks` is closed, too.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  let unfinished: Buffer[] = [];
  for await (const chunk of chunks) {
    const bytes =
      typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    const end = bytes.lastIndexOf(LINE_FEED);
    if (end >= 0) {
      yield* Buffer.concat([...unfinished, bytes.subarray(0, end)])
        .toString()
        .split('\n');
      unfinished = [];
    }
    if (end + 1 < bytes.length) unfinished.push(bytes.subarray(end + 1));
  }
  if (unfinished.length > 0) yield Buffer.concat(unfinished).toString();
}
