/** Lines as bytes, in memory that is used again. To join the lines as text first would take ten times as long. */

export interface LineBuffer {
  /** How many bytes are held. */
  readonly size: number;
  /** Adds a line and a line feed. */
  readonly add: (line: string) => void;
  /** Returns what is held, and holds nothing. The bytes stay as they are until the next call. */
  readonly take: () => Buffer;
  /** Forgets what is held. */
  readonly clear: () => void;
}

/** Memory of more bytes than this is given back after use. */
const MOST_KEPT = 1_048_576;

/** UTF-8 takes at most as many bytes for each unit of a JavaScript text. */
const MOST_BYTES_A_UNIT = 3;

/** `capacity`: how many bytes usually suffice. */
export function createLineBuffer(capacity: number): LineBuffer {
  let current = Buffer.allocUnsafeSlow(capacity);
  let other = Buffer.allocUnsafeSlow(capacity);
  let size = 0;

  function makeRoom(bytes: number): void {
    if (size + bytes <= current.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(size + bytes, current.length * 2));
    current.copy(larger, 0, 0, size);
    current = larger;
  }

  return {
    get size() {
      return size;
    },
    add(line) {
      const most = line.length * MOST_BYTES_A_UNIT;
      makeRoom((most <= capacity ? most : Buffer.byteLength(line)) + 1);
      size += current.write(line, size);
      current[size] = LINE_FEED;
      size += 1;
    },
    take() {
      const taken = current.subarray(0, size);
      const used = current.length > MOST_KEPT ? Buffer.allocUnsafeSlow(capacity) : current;
      current = other;
      other = used;
      size = 0;
      return taken;
    },
    clear() {
      size = 0;
    },
  };
}

const LINE_FEED = 10;
