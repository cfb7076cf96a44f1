/** Starts a job of Intercom, waits for it, and downloads what it exported. A job belongs to the workspace, not to a process. */
import { setTimeout } from 'node:timers/promises';
import { ConfigError, type JsonObject, SkippedError, TransientError } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Call } from '../../intercom/call.ts';
import { JobsPendingError, UnexpectedAnswer } from '../../intercom/errors.ts';
import type { FileSpool } from './file-spool.ts';
import type { Job } from './job.ts';
import type { Window } from './plan.ts';

/** The calls of one kind of export. */
export interface ExportApi {
  readonly start: (run: IntercomRun, window: Window) => Promise<Call>;
  readonly status: (run: IntercomRun, id: string) => Promise<Call>;
  readonly download: (run: IntercomRun, id: string) => Promise<Call>;
  /** Ends a job that nobody waits for. Undefined where Intercom has no such call. */
  readonly cancel?: (id: string) => Call;
  /** What the user can do where Intercom does not accept a look at a job. */
  readonly whereRefused?: string;
}

/** Pauses grow to so many times the first one: from five seconds to a minute. */
const LONGEST = 12;
/** Minutes that other jobs of the workspace are waited for. */
const MOST_WAITS = 60;
/** Looks at one job, about half a day: it stays in the state, so that the next sync looks on. */
const MOST_LOOKS = 720;

/** Waits a minute at a time while other jobs of the workspace run. Throws TransientError where they run for an hour. */
export async function startJob(run: IntercomRun, api: ExportApi, window: Window): Promise<Job> {
  const call = await api.start(run, window);
  for (let waits = 0; ; waits += 1) {
    try {
      const askedAt = await run.context.client.serverTime(run);
      const body = await run.context.client.ask(run, call);
      return { ...window, id: idOf(body, call), askedAt };
    } catch (error) {
      if (!(error instanceof JobsPendingError)) throw error;
      if (waits === MOST_WAITS) throw stillPending(call, error);
      if (waits === 0) run.log('INFO', `${error.message} This sync waits until it may start one.`);
      await pause(run, LONGEST);
    }
  }
}

function stillPending({ method, path }: Call, cause: Error): TransientError {
  return new TransientError(
    `Other export jobs of this workspace kept ${method} ${path} waiting for ${MOST_WAITS} minutes: Intercom runs only so many at a time, so let one program after the other export.`,
    { cause },
  );
}

/** The field is spelled wrong in some versions. */
function idOf({ job_identifier, job_identfier }: JsonObject, { method, path }: Call): string {
  const id = job_identifier ?? job_identfier;
  if (typeof id === 'string' && id !== '') return id;
  throw new TransientError(`Intercom answered ${method} ${path} without a job_identifier.`);
}

/** `lost`: Intercom failed, canceled or forgot the job. */
export type Ending = 'complete' | 'empty' | 'lost';

export interface Ended {
  readonly ending: Ending;
  readonly downloadUrl: unknown;
}

const ENDINGS: Readonly<Record<string, Ending>> = {
  complete: 'complete',
  completed: 'complete',
  no_data: 'empty',
  failed: 'lost',
  canceled: 'lost',
  cancelled: 'lost',
};

/** Looks at a job in growing pauses until it ends. Any other status means that it runs. Throws TransientError after half a day. */
export async function endOf(run: IntercomRun, api: ExportApi, { id }: Job): Promise<Ended> {
  const call = await api.status(run, id);
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const body = await run.context.client.ask(run, call).catch((error: unknown) => noLook(error, api));
    const ending = body ? ENDINGS[String(body.status).toLowerCase()] : 'lost';
    if (ending) return { ending, downloadUrl: body?.download_url };
    await pause(run, Math.min(LONGEST, 1.3 ** looks));
  }
  throw new TransientError(`The export job ${id} has not ended for half a day: the next sync looks at it again.`);
}

function noLook(error: unknown, { whereRefused }: ExportApi): undefined {
  if (whereRefused && error instanceof UnexpectedAnswer && error.status === 400) {
    throw new ConfigError(`${error.message} ${whereRefused}`, { cause: error });
  }
  return gone(error);
}

/** Returns whether the file came: Intercom keeps it for two days. Throws as a call does. */
export async function download(
  run: IntercomRun,
  api: ExportApi,
  { job, downloadUrl, spool }: { readonly job: Job; readonly downloadUrl: unknown; readonly spool: FileSpool },
): Promise<boolean> {
  const call = called(downloadUrl, await api.download(run, job.id));
  const answer = await run.context.client.ask(run, { ...call, save: spool.save }).catch(gone);
  return answer !== undefined;
}

/** An address of Intercom is followed by its path and query only: no other host may see the token. */
function called(url: unknown, call: Call): Call {
  if (typeof url !== 'string' || !URL.canParse(url)) return call;
  const { pathname, searchParams } = new URL(url);
  if (!pathname.startsWith('/download/')) return call;
  return { ...call, path: pathname, query: { ...call.query, ...Object.fromEntries(searchParams) } };
}

/** Frees the place of a job for another one. A job that has ended cannot be canceled. */
export async function cancel(run: IntercomRun, api: ExportApi, { id }: Job): Promise<void> {
  const call = api.cancel?.(id);
  if (!call) return;
  await run.context.client.ask(run, { ...call, retries: 0 }).catch((error: unknown) => {
    run.log('INFO', `The export job ${id} was not canceled: ${error instanceof Error ? error.message : error}`);
  });
}

async function pause({ context, signal }: IntercomRun, times: number): Promise<void> {
  await setTimeout(context.settings.exports.pauseMs * times, undefined, { signal });
}

function gone(error: unknown): undefined {
  if (!(error instanceof SkippedError)) throw error;
}
