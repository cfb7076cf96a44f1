/** A temporary file of records, so that a slow reader of the output never delays a scroll, which would expire. */

import { randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, linesOf, parseExact } from '@airbyte-ts/cdk-shim';

export interface Spool<T> {
  readonly add: (records: readonly T[]) => Promise<void>;
  /** Forgets everything added. */
  readonly clear: () => Promise<void>;
  /** Yields what was added, in order, in batches of at most `size`. */
  readonly batches: (size: number) => AsyncIterable<readonly T[]>;
  readonly close: () => Promise<void>;
}

/**
 * The file loses its name at once, so that nothing stays behind however the process ends, but for an empty file. Throws ConfigError, as `add`
 * does, where the folder cannot be written or is full.
 */
export async function createSpool<T>(): Promise<Spool<T>> {
  const path = join(tmpdir(), `source-${randomUUID()}.ndjson`);
  const file = await open(path, 'wx+', 0o600).catch(notWritten);
  await unlink(path);
  let end = 0;
  return {
    async add(records) {
      const chunk = Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
      await writeWhole(file, chunk, end).catch(notWritten);
      end += chunk.length;
    },
    async clear() {
      await file.truncate(0);
      end = 0;
    },
    async *batches(size) {
      if (end === 0) return;
      let batch: T[] = [];
      const written = file.createReadStream({ start: 0, end: end - 1, autoClose: false });
      for await (const line of linesOf(written)) {
        batch.push(parseExact(line) as T);
        if (batch.length < size) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },
    close: () => file.close(),
  };
}

async function writeWhole(file: FileHandle, chunk: Buffer, position: number): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    const { bytesWritten } = await file.write(chunk, done, chunk.length - done, position + done);
    done += bytesWritten;
  }
}

function notWritten(error: NodeJS.ErrnoException): never {
  throw new ConfigError(
    `The temporary folder ${tmpdir()} cannot be written (${error.code}): make room in it, or name another one in the environment variable TMPDIR.`,
    { cause: error },
  );
}
