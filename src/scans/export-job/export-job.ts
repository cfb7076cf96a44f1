/**
 * The scan of an asynchronous export: Intercom makes an archive of a stretch of time, which is downloaded when it is ready.
 * Sources: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/data-export,
 * https://developers.intercom.com/docs/references/rest-api/api.intercom.io/reporting-data-export
 */
import { TransientError } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Settings } from '../../config/settings.ts';
import type { Resource } from '../resource.ts';
import { sessionOf } from '../session.ts';
import { ExportCursor, type Reader } from './cursor.ts';
import { createFileSpool, type FileSpool } from './file-spool.ts';
import type { Job } from './job.ts';
import { canBeHalved, isLast, isShort, type PlanOptions, type Window, windowFrom } from './plan.ts';
import { type Count, type ExportedRow, type RowOptions, RowReader } from './rows.ts';
import { cancel, download, type ExportApi, endOf, startJob } from './run-job.ts';

export interface ExportOptions<F> extends RowOptions {
  readonly name: string;
  /** The call that starts a job. */
  readonly endpoint: string;
  /** The calls that look at the job and download its file. */
  readonly asks: readonly string[];
  readonly api: ExportApi;
  /** What a stream needs. */
  readonly readerOf: (stream: string) => Reader;
  /** Seconds before the end of the last sync that are exported again. */
  readonly again: (settings: Settings) => number;
  /** Seconds that a window of a backfill reaches beyond its own rows. */
  readonly beyond: (settings: Settings) => number;
  /** The first moment that an export can hold; `now` in epoch seconds. */
  readonly oldest: (run: IntercomRun, now: number) => number | Promise<number>;
  /** Facts about the rows, empty at first. */
  readonly facts: () => F;
  /** Adds one row to the facts, also a row that no stream needs. */
  readonly watch?: (row: ExportedRow, facts: F) => void;
}

/** All streams of a sync that read the export share its jobs, one after the other. */
export function exportJob<F>(options: ExportOptions<F>): Resource<ExportedRow, F> {
  return {
    name: options.name,
    endpoint: options.endpoint,
    asks: options.asks,
    cost: 'one job, a few looks at it and one download; one job for each month of a first sync',
    begin(run) {
      const { settings } = run.context;
      const facts = options.facts();
      return sessionOf<ExportedRow, ExportCursor, F>({
        cursor: ({ name, mode }, state) => {
          const again = options.again(settings);
          return new ExportCursor({ ...options.readerOf(name), state, mode, startDate: settings.startDate, again });
        },
        batches: (cursors) => new Exporting(run, options, { cursors, facts }).batches(),
        facts,
      });
    },
  };
}

const SHORT = 'exports that look at fewer days than they should: Intercom cuts longer ones';

/** How often a job that Intercom lost is started again. */
const MOST_LOST = 3;

interface Sharing<F> {
  readonly cursors: ReadonlySet<ExportCursor>;
  readonly facts: F;
}

/** One export within a sync. */
class Exporting<F> {
  private readonly run: IntercomRun;
  private readonly options: ExportOptions<F>;
  private readonly cursors: ReadonlySet<ExportCursor>;
  private readonly facts: F;
  private readonly reader: RowReader;
  private halved = 0;

  constructor(run: IntercomRun, options: ExportOptions<F>, { cursors, facts }: Sharing<F>) {
    this.run = run;
    this.options = options;
    this.cursors = cursors;
    this.facts = facts;
    this.reader = new RowReader(options);
  }

  /** One window after the other, oldest first. */
  async *batches(): AsyncGenerator<readonly ExportedRow[]> {
    const now = await this.run.context.client.serverTime(this.run);
    const oldest = await this.options.oldest(this.run, now);
    let from = Math.max(oldest, Math.min(...[...this.cursors].map((cursor) => cursor.from(now))));
    let left = await this.leftJob(from);
    const spool = await createFileSpool();
    try {
      while (from < now) {
        const window = left ?? windowFrom(from, this.plan(now));
        const largest: Count = { rows: 0 };
        yield* this.exported(window, { left, spool, largest });
        left = undefined;
        if (this.mustHalve(window, largest, now)) continue;
        for (const cursor of this.cursors) cursor.pass(window);
        this.reader.end();
        yield [];
        from = window.until;
        if (isLast(window)) return;
      }
    } finally {
      await spool.close();
    }
  }

  private plan(now: number): PlanOptions {
    const { settings } = this.run.context;
    const { again, beyond } = this.options;
    return { now, again: again(settings), beyond: beyond(settings), halved: this.halved };
  }

  /** The job that a sync before left behind, whichever stream's state names it. One that exports something else is canceled. */
  private async leftJob(from: number): Promise<Job | undefined> {
    const jobs = [...this.cursors].flatMap(({ job }) => job ?? []);
    const [left] = jobs.toSorted((a, b) => b.askedAt - a.askedAt);
    if (!left || (left.after <= from && left.until > from)) return left;
    await cancel(this.run, this.options.api, left);
    return undefined;
  }

  /** All rows of a window. A job that is lost is started again. */
  private async *exported(
    window: Window,
    given: { readonly left: Job | undefined; readonly spool: FileSpool; readonly largest: Count },
  ): AsyncGenerator<readonly ExportedRow[]> {
    const { run, options } = this;
    let job = given.left;
    for (let lost = 0; lost < MOST_LOST; lost += 1) {
      job ??= await startJob(run, options.api, window);
      for (const cursor of this.cursors) cursor.begin(job);
      // The state names the job before the first look at it, so that a killed sync starts no second one.
      yield [];
      const { ending, downloadUrl } = await endOf(run, options.api, job);
      if (ending === 'empty') return;
      const came = ending === 'complete' && (await download(run, options.api, { ...given, job, downloadUrl }));
      if (came) return yield* this.rows(job, given);
      run.log('INFO', `The export job ${job.id} is lost: another one takes its place.`);
      job = undefined;
    }
    yield* this.dropJob();
    throw new TransientError(`Intercom lost ${MOST_LOST} export jobs one after the other: try again later.`);
  }

  /** A file that cannot be read fails the streams, whose states stay where they are: the next sync exports the window anew. */
  private async *rows(
    job: Job,
    { spool, largest }: { readonly spool: FileSpool; readonly largest: Count },
  ): AsyncGenerator<readonly ExportedRow[]> {
    this.reader.begin();
    for (const cursor of this.cursors) cursor.beginRows();
    try {
      const needsKind = (kind: string) => [...this.cursors].some((cursor) => cursor.needsKind(kind));
      for await (const batch of this.reader.batches(spool, { job, needsKind, largest })) {
        if (this.options.watch) for (const row of batch) this.options.watch(row, this.facts);
        yield batch;
      }
    } catch (error) {
      yield* this.dropJob();
      const why = error instanceof Error ? error.message : String(error);
      throw new TransientError(
        `The file of the export job ${job.id} cannot be read whole (${why}): the next sync exports these days anew.`,
        { cause: error },
      );
    }
  }

  private *dropJob(): Generator<readonly ExportedRow[]> {
    for (const cursor of this.cursors) cursor.dropJob();
    yield [];
  }

  /** Intercom cuts a large export without a word: half of the window is then exported. After a small one, windows grow again. */
  private mustHalve(window: Window, { rows }: Count, now: number): boolean {
    const { mostRows } = this.run.context.settings.exports;
    if (rows < mostRows) {
      if (isShort(this.plan(now))) this.run.on({ type: 'note', reason: SHORT, count: 1 });
      if (rows < mostRows / 4) this.halved = Math.max(0, this.halved - 1);
      return false;
    }
    if (canBeHalved(window, this.plan(now))) {
      this.halved += 1;
      return true;
    }
    this.run.on({ type: 'note', reason: `days whose export Intercom cuts at ${mostRows} rows`, count: 1 });
    return false;
  }
}
