/** Reading lines from chunks of any size. */
import { expect, it } from 'vitest';
import { linesOf } from './lines.ts';

async function* chunksOf(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

const LINES = ['a\u2028b', '', 'c\u2029d\u0085e', '💶\r', 'f\u000b\u000c', 'last'];

it.each([1, 2, 3, 7, 1000])('ends a line only at a line feed, in chunks of %i bytes', async (size) => {
  expect(await all(linesOf(chunksOf(LINES.join('\n'), size)))).toEqual(LINES);
});

it('reads no empty line after a line feed at the end', async () => {
  expect(await all(linesOf(chunksOf('a\nb\n', 1)))).toEqual(['a', 'b']);
  expect(await all(linesOf(chunksOf('', 1)))).toEqual([]);
});
