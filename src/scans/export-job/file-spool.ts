/** A temporary file that holds the archive of an export, however large it is. */
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { openTemporaryFile, writeWhole } from '../temporary-file.ts';

export interface FileSpool {
  readonly fd: number;
  /** Takes the place of what the file held before. */
  readonly save: (bytes: AsyncIterable<Buffer>) => Promise<void>;
  /** The bytes from the beginning. */
  readonly stream: () => Readable;
  readonly close: () => Promise<void>;
}

/** Throws ConfigError, as `save` does, where the temporary folder cannot be written or is full. */
export async function createFileSpool(): Promise<FileSpool> {
  const file = await openTemporaryFile();
  return {
    fd: file.fd,
    async save(bytes) {
      await file.truncate(0);
      let end = 0;
      for await (const chunk of bytes) {
        await writeWhole(file, chunk, end);
        end += chunk.length;
      }
    },
    stream: () => Readable.from(bytesOf(file), { objectMode: false }),
    close: () => file.close(),
  };
}

const CHUNK = 64 * 1024;

/** A stream of Node's own would close the file when it ends before the file does. */
async function* bytesOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
