/** Files as Intercom may pack them: its documentation and its clients name several formats. */
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { zip } from './zip.ts';

export interface NamedFile {
  readonly name: string;
  /** Makes the bytes anew each time. */
  readonly chunks: () => Iterable<Buffer>;
}

export const archiveFormats = ['zip', 'tar.gz', 'gzip', 'csv'] as const;

export type ArchiveFormat = (typeof archiveFormats)[number];

/** The bytes of an archive. Formats for one file have the first one only. */
export function archive(files: readonly NamedFile[], format: ArchiveFormat): AsyncIterable<Buffer> {
  const [first] = files;
  const single = () => Readable.from(first?.chunks() ?? []);
  if (format === 'csv') return single();
  if (format === 'gzip') return single().pipe(createGzip());
  return format === 'zip' ? zip(files) : tarred(files).pipe(createGzip());
}

/** The header of a file holds its size, so that each file is made as a whole. */
function tarred(files: readonly NamedFile[]): Readable {
  const tar = pack();
  for (const { name, chunks } of files) tar.entry({ name }, Buffer.concat([...chunks()]));
  tar.finalize();
  return Readable.from(tar);
}
