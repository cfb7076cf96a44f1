/** A temporary file of records, so that a slow reader of the output never delays a scroll, which would expire. */
import { linesOf, parseExact } from '@airbyte-ts/cdk-shim';
import { openTemporaryFile, writeWhole } from '../temporary-file.ts';

export interface Spool<T> {
  readonly add: (records: readonly T[]) => Promise<void>;
  /** Forgets everything added. */
  readonly clear: () => Promise<void>;
  /** Yields what was added, in order, in batches of at most `size`. */
  readonly batches: (size: number) => AsyncIterable<readonly T[]>;
  readonly close: () => Promise<void>;
}

/** Throws ConfigError, as `add` does, where the temporary folder cannot be written or is full. */
export async function createSpool<T>(): Promise<Spool<T>> {
  const file = await openTemporaryFile();
  let end = 0;
  return {
    async add(records) {
      const chunk = Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
      await writeWhole(file, chunk, end);
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
