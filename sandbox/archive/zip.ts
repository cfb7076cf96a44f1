/** Writes a ZIP archive as a stream: the sizes of a file follow on its bytes. Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
import { Readable } from 'node:stream';
import { constants, crc32, createDeflateRaw } from 'node:zlib';
import type { NamedFile } from './archive.ts';

interface Written {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** Sizes follow (bit 3), and names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
const DEFLATE = 8;
const VERSION = 20;

export async function* zip(files: Iterable<NamedFile>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for (const { name, chunks } of files) {
    const about = { name: Buffer.from(name), offset, crc: 0, packed: 0, size: 0 };
    const head = Buffer.concat([uint32(0x04034b50), common(about, 0), about.name]);
    offset += head.length;
    yield head;
    const counted = function* () {
      for (const chunk of chunks()) {
        about.crc = crc32(chunk, about.crc);
        about.size += chunk.length;
        yield chunk;
      }
    };
    for await (const chunk of Readable.from(counted()).pipe(createDeflateRaw({ level: constants.Z_BEST_SPEED }))) {
      about.packed += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
    const sizes = Buffer.concat([about.crc, about.packed, about.size].map(uint32));
    offset += about.packed + 4 + sizes.length;
    yield Buffer.concat([uint32(0x08074b50), sizes]);
    written.push(about);
  }
  yield directory(written, offset);
}

/** The fields that the header of a file and its entry in the directory have in common; in the header the sizes are not known yet. */
function common({ name, crc, packed, size }: Omit<Written, 'offset'>, comments: 0 | 2): Buffer {
  const about = [uint16(VERSION), uint16(FLAGS), uint16(DEFLATE), uint32(0x00210000)];
  return Buffer.concat([
    ...about,
    uint32(crc),
    uint32(packed),
    uint32(size),
    uint16(name.length),
    ...Array(1 + comments / 2).fill(uint16(0)),
  ]);
}

function directory(written: readonly Written[], offset: number): Buffer {
  const entries = written.map((about) =>
    Buffer.concat([
      uint32(0x02014b50),
      uint16(VERSION),
      common(about, 2),
      Buffer.alloc(8),
      uint32(about.offset),
      about.name,
    ]),
  );
  const size = entries.reduce((sum, entry) => sum + entry.length, 0);
  const count = uint16(written.length);
  const end = [uint32(0x06054b50), Buffer.alloc(4), count, count, uint32(size), uint32(offset), uint16(0)];
  return Buffer.concat([...entries, ...end]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
