/** Jobs that make a file of a stretch of time: they take a while, few may run at the same time, and their files are kept for two days. */
import { ApiError, notFound } from '../errors.ts';
import type { Body } from '../workspace/bodies.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface JobRange {
  readonly after: number;
  readonly before: number;
}

export interface ExportJob<R extends JobRange> {
  readonly id: string;
  readonly range: R;
  readonly startedAt: number;
  canceled: boolean;
}

export interface ExportJobs<R extends JobRange> {
  /** Throws 429 where too many jobs run. */
  readonly start: (range: R) => Body;
  /** Throws 404 for a job that does not exist any more. */
  readonly status: (id: string | undefined) => Body;
  readonly cancel: (id: string | undefined) => Body;
  /** The range of a job whose file can be downloaded. Throws 404 for any other. */
  readonly done: (id: string | undefined) => R;
}

interface Kind<R extends JobRange> {
  /** How many jobs may run at the same time, and what a refusal calls them. */
  readonly most: number;
  readonly called: string;
  readonly downloadPath: (id: string) => string;
  readonly isEmpty: (range: R) => boolean;
}

const TWO_DAYS = 2 * 86_400;

/** Jobs of one workspace. A job counts as many milliseconds as its latency says, on the sandbox's clock. */
export function createJobs<R extends JobRange>(
  { clock, options, world }: Workspace,
  { most, called, downloadPath, isEmpty }: Kind<R>,
): ExportJobs<R> {
  const jobs = new Map<string, ExportJob<R>>();
  const endsAt = ({ startedAt }: ExportJob<R>) => startedAt + options.exportLatency * 1000;
  const isRunning = (job: ExportJob<R>) => !job.canceled && clock.now() < endsAt(job);

  function find(id = ''): ExportJob<R> {
    const job = jobs.get(id);
    if (!job || clock.now() > endsAt(job) + TWO_DAYS * 1000) {
      throw notFound(`Export job not found for identifier: ${id}`);
    }
    return job;
  }

  function statusOf(job: ExportJob<R>): string {
    if (job.canceled) return 'canceled';
    const left = endsAt(job) - clock.now();
    if (left > 0) return left > options.exportLatency * 500 ? 'pending' : 'in_progress';
    return isEmpty(job.range) ? 'no_data' : options.exportDone;
  }

  function shown(job: ExportJob<R>): Body {
    const status = statusOf(job);
    const isDone = status === options.exportDone;
    return {
      [options.exportId]: job.id,
      status,
      // Another host than the one that was called, as in Intercom's example.
      download_url: isDone ? `https://api.intercom.test${downloadPath(job.id)}` : '',
      download_expires_at: isDone ? String(Math.floor(endsAt(job) / 1000) + TWO_DAYS) : '',
    };
  }

  return {
    start(range) {
      const strangers = clock.now() < (world.now + options.exportBusy) * 1000 ? most : 0;
      const running = [...jobs.values()].filter(isRunning).length;
      if (running + strangers >= most) {
        throw new ApiError(429, 'rate_limit_exceeded', `Exceeded rate limit of ${most} pending ${called} export jobs`);
      }
      const job = { id: `job${jobs.size + 1}${called.charAt(0)}`, range, startedAt: clock.now(), canceled: false };
      jobs.set(job.id, job);
      return shown(job);
    },
    status: (id) => shown(find(id)),
    cancel(id) {
      const job = find(id);
      if (isRunning(job)) job.canceled = true;
      return shown(job);
    },
    done(id) {
      const job = find(id);
      if (statusOf(job) !== options.exportDone) throw notFound(`Export job not found for identifier: ${id}`);
      return job.range;
    },
  };
}
