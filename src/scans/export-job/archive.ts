/**
 * The files in an export. Documentation and clients name several formats, so that the first bytes decide: ZIP, tar or CSV,
 * the last two with or without gzip.
 */
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { TransientError } from '@airbyte-ts/cdk-shim';
import { extract } from 'tar-stream';
import { fromFdPromise } from 'yauzl';
import type { FileSpool } from './file-spool.ts';

export interface ArchivedFile {
  /** The name without folders; undefined where the export is a single file. */
  readonly name: string | undefined;
  /** Each file must be read to its end before the next one. */
  readonly bytes: Readable;
}

/** Throws TransientError where the bytes are in none of these formats; broken archives throw errors of their libraries. */
export async function* filesIn(spool: FileSpool): AsyncGenerator<ArchivedFile> {
  const head = await headOf(spool.stream());
  if (head.length === 0) throw new TransientError('it is empty');
  if (isZip(head)) return yield* zipped(spool);
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  const content = () => (isPacked ? piped(spool.stream(), createGunzip()) : spool.stream());
  const inner = isPacked ? await headOf(content()) : head;
  if (isTar(inner)) return yield* tarred(content());
  if (!isText(inner)) throw new TransientError('it is neither a ZIP or tar archive nor CSV');
  yield { name: undefined, bytes: content() };
}

/** As many bytes as tell the formats apart. */
const HEAD = 512;

async function headOf(bytes: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length >= HEAD) break;
  }
  return Buffer.concat(chunks).subarray(0, HEAD);
}

function isZip(head: Buffer): boolean {
  return ['PK\x03\x04', 'PK\x05\x06'].includes(head.toString('latin1', 0, 4));
}

function isTar(head: Buffer): boolean {
  return head.toString('latin1', 257, 262) === 'ustar';
}

/** CSV begins with the name of a column: not with a bracket as HTML and JSON do, and without the byte 0. */
function isText(head: Buffer): boolean {
  return !head.includes(0) && !/^\s*[<{[]/.test(String(head));
}

async function* zipped({ fd }: FileSpool): AsyncGenerator<ArchivedFile> {
  const zip = await fromFdPromise(fd, { autoClose: false, lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (isFile(entry.fileName)) yield { name: baseName(entry.fileName), bytes: await zip.openReadStreamPromise(entry) };
  }
}

async function* tarred(bytes: Readable): AsyncGenerator<ArchivedFile> {
  for await (const entry of piped(bytes, extract())) {
    const { name, type } = entry.header;
    if (type === 'file' && isFile(name)) yield { name: baseName(name), bytes: Readable.from(entry) };
    else entry.resume();
  }
}

/** Folders, and what macOS adds to archives, are no files of the export. */
function isFile(path: string): boolean {
  return !path.endsWith('/') && !/(^|\/)(\.|__MACOSX\/)/.test(path);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** An error of `source` becomes one of `into`. */
export function piped<W extends NodeJS.WritableStream>(source: Readable, into: W): W {
  pipeline(source, into, () => undefined);
  return into;
}
