/**
 * Writes lines to stdout at the speed of the reader, without blocking the process or filling its memory.
 * The package sonic-boom costs more CPU for lines of several KB, because it writes at most 16 KB at a time.
 */
import { write } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createLineBuffer } from './line-buffer.ts';

export interface Output {
  /**
   * Queues one line of JSON, without its line feed. Lines of one tick are written together. The line separators of Unicode,
   * which JSON allows inside strings, are escaped: many readers end a line there.
   */
  readonly write: (line: string) => void;
  /** Resolves when the queue has space for more lines. Rejects with OutputError if the output cannot be written any more. */
  readonly ready: () => Promise<void>;
  /** Resolves when every line queued so far is written. Rejects like `ready`. The file descriptor stays open. */
  readonly close: () => Promise<void>;
}

export interface OutputOptions {
  /** The file descriptor to write to. Default: 1, the standard output. */
  readonly fd?: number;
  /** Called once, as soon as the output cannot be written any more, because no caller may be waiting for `ready`. */
  readonly onFailure?: (error: OutputError) => void;
}

/** The output cannot be written any more. `code` is the error code of the system, such as EPIPE or ENOSPC. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
  readonly code: string;

  constructor(cause: unknown) {
    const code = codeOf(cause);
    super(SENTENCES[code] ?? `The output could not be written (${code || String(cause)}): the sync stops here.`, {
      cause,
    });
    this.code = code;
  }
}

const CLOSED = 'The reader of the output has closed it, so this process stops.';

/** A socket reports ECONNRESET instead of EPIPE: an orchestrator may pass a socket as our output. */
const SENTENCES: Readonly<Record<string, string>> = {
  EPIPE: CLOSED,
  ECONNRESET: CLOSED,
  ENOSPC: 'The disk of the output is full: free some space, and run again.',
};

/** How many bytes the queue may hold before `ready` waits: about the size of a pipe's buffer. */
const ENOUGH = 65_536;

/** How long to wait, in milliseconds, before the next write to a full non-blocking pipe. */
const RETRY_MS = 5;

const writeBytes = promisify(write);

/** NEL, LINE SEPARATOR and PARAGRAPH SEPARATOR. JSON.stringify escapes the other characters that end a line. */
const SEPARATORS = /[\u0085\u2028\u2029]/g;

/** Three searches take less time than one test of a regular expression. */
function holdsSeparator(json: string): boolean {
  return json.includes('\u0085') || json.includes('\u2028') || json.includes('\u2029');
}

export function createOutput({ fd = 1, onFailure }: OutputOptions = {}): Output {
  const queue = createLineBuffer(4 * ENOUGH);
  let written = 0;
  let sent = 0;
  let scheduled: NodeJS.Immediate | undefined;
  let underWay: Promise<void> | undefined;
  let failure: OutputError | undefined;

  /** Writes the queued lines. Never rejects. */
  async function send(): Promise<void> {
    const lines = queue.take();
    try {
      await writeAll(fd, lines);
      sent += lines.length;
    } catch (error) {
      failure = new OutputError(error);
      queue.clear();
      onFailure?.(failure);
    }
    underWay = undefined;
    flush();
  }

  function flush(): void {
    clearImmediate(scheduled);
    scheduled = undefined;
    if (queue.size > 0 && !underWay && !failure) underWay = send();
  }

  async function waitWhile(tooMuch: () => boolean): Promise<void> {
    while (!failure && tooMuch()) {
      flush();
      await underWay;
    }
    if (failure) throw failure;
  }

  return {
    write(json) {
      if (failure) return;
      const before = queue.size;
      queue.add(holdsSeparator(json) ? json.replace(SEPARATORS, escaped) : json);
      written += queue.size - before;
      if (queue.size >= ENOUGH) flush();
      else if (!underWay) scheduled ??= setImmediate(flush);
    },
    ready: () => waitWhile(() => queue.size > ENOUGH),
    close() {
      const soFar = written;
      return waitWhile(() => sent < soFar);
    },
  };
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Writes all of `chunk`. A full non-blocking pipe fails with EAGAIN, and no event tells when it has space again. */
async function writeAll(fd: number, chunk: Buffer): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    try {
      const { bytesWritten } = await writeBytes(fd, chunk, done, chunk.length - done, null);
      done += bytesWritten;
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      await sleep(RETRY_MS);
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
