/** Files in the temporary folder that no name leads to, so that nothing stays behind however the process ends. */
import { randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '@airbyte-ts/cdk-shim';

/** The file loses its name at once: a process that is killed before leaves an empty file. Throws ConfigError where the folder cannot be written. */
export async function openTemporaryFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `source-${randomUUID()}.tmp`);
  const file = await open(path, 'wx+', 0o600).catch(notWritten);
  await unlink(path);
  return file;
}

/** Writes all of a chunk. Throws ConfigError where the folder is full. */
export async function writeWhole(file: FileHandle, chunk: Buffer, position: number): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    const { bytesWritten } = await file.write(chunk, done, chunk.length - done, position + done).catch(notWritten);
    done += bytesWritten;
  }
}

function notWritten(error: NodeJS.ErrnoException): never {
  throw new ConfigError(
    `The temporary folder ${tmpdir()} cannot be written (${error.code}): make room in it, or name another one in the environment variable TMPDIR.`,
    { cause: error },
  );
}
