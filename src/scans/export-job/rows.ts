/** The rows of an archive as the items of a scan. */
import { hash as digestOf } from 'node:crypto';
import { TransientError } from '@airbyte-ts/cdk-shim';
import { filesIn } from './archive.ts';
import { type CsvFile, kindOf, rowsIn } from './csv-file.ts';
import type { FileSpool } from './file-spool.ts';
import type { Job } from './job.ts';
import { createOccurrences, type Occurrences } from './occurrences.ts';
import { isLast, type Window } from './plan.ts';

export interface ExportedRow {
  /** What the row is about, such as "receipt". */
  readonly kind: string;
  readonly columns: readonly string[];
  readonly values: readonly string[];
  /** Of the kind and the values. */
  readonly hash: string;
  /** How many equal rows came before; 0 where they are not counted. */
  readonly ordinal: number;
  /** Whether the window before had the row as well. */
  readonly isRepeat: boolean;
  readonly window: Window;
  /** Epoch seconds at which the export was asked for. */
  readonly exportedAt: number;
}

export interface RowOptions {
  /** The kind of a file that has no name. */
  readonly kindOf: (columns: readonly string[]) => string;
  /** The columns without which a file of a kind cannot be read. */
  readonly required: (kind: string) => readonly string[];
  /** Where a kind's rows tell by a time whether they are a window's own: the name of that column, and how to read it in epoch seconds. */
  readonly ownTime: (kind: string) => string | undefined;
  readonly readTime: (value: string) => number | undefined;
  /** Whether equal rows of a kind are several rows. */
  readonly isCounted: (kind: string) => boolean;
}

/** How many rows the largest file had; known once all rows came. */
export interface Count {
  rows: number;
}

export interface Wanted {
  readonly job: Job;
  /** Whether anyone has rows of a kind. Other files are passed over. */
  readonly needsKind: (kind: string) => boolean;
  readonly largest: Count;
}

const BATCH = 500;

/** Reads the windows of one sync, one after the other. */
export class RowReader {
  private readonly options: RowOptions;
  private before: Occurrences | undefined;
  private current = createOccurrences();

  constructor(options: RowOptions) {
    this.options = options;
  }

  /** A window begins, or begins again. */
  begin(): void {
    this.current = createOccurrences();
  }

  /** The window is over: rows in it that come once more with the next one are known. */
  end(): void {
    this.before = this.current;
  }

  /** Throws TransientError where a file is cut, lacks columns or is in no known format. */
  async *batches(spool: FileSpool, { job, needsKind, largest }: Wanted): AsyncGenerator<readonly ExportedRow[]> {
    let batch: ExportedRow[] = [];
    for await (const file of filesIn(spool)) {
      if (file.name !== undefined && !needsKind(kindOf(file.name))) {
        for await (const _ of file.bytes);
        continue;
      }
      let count = -1;
      let make: ((values: readonly string[]) => ExportedRow | undefined) | undefined;
      for await (const [about, values] of rowsIn(file)) {
        count += 1;
        make ??= this.rowOf(about, job);
        const row = count === 0 ? undefined : make(values);
        if (row) batch.push(row);
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
      largest.rows = Math.max(largest.rows, count);
    }
    yield batch;
  }

  /** Returns what makes a row of the values of a line; undefined for a row that another window has. */
  private rowOf(file: CsvFile, job: Job): (values: readonly string[]) => ExportedRow | undefined {
    const { columns } = file;
    const { askedAt: exportedAt, ...window } = job;
    const kind = file.kind ?? this.options.kindOf(columns);
    const missing = this.options.required(kind).filter((column) => !columns.includes(column));
    if (missing.length > 0) throw new TransientError(`its file ${kind} lacks the columns ${missing.join(', ')}`);
    const ownAt = columns.indexOf(this.options.ownTime(kind) ?? '');
    const isCounted = this.options.isCounted(kind);
    return (values) => {
      if (ownAt >= 0 && !isLast(window) && isAtLeast(this.options.readTime(values[ownAt] ?? ''), window.until)) {
        return undefined;
      }
      // An object for each hash would hold memory that the garbage collector does not see.
      const digest = digestOf('sha1', kind + JSON.stringify(values), 'base64url');
      const hash = digest.slice(0, 16);
      if (!isCounted) return { kind, columns, values, hash, ordinal: 0, isRepeat: false, window, exportedAt };
      const number = 1 + Buffer.from(digest, 'base64url').readUIntBE(12, 6);
      const ordinal = this.current.add(number);
      const isRepeat = ordinal < (this.before?.count(number) ?? 0);
      return { kind, columns, values, hash, ordinal, isRepeat, window, exportedAt };
    };
  }
}

/** A time that cannot be read counts as a window's own. */
function isAtLeast(time: number | undefined, least: number): boolean {
  return time !== undefined && time >= least;
}
