/** Plays a plan against a sandbox and the built connector, and returns the result. */
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { type CatalogStream, type Output, runConnector } from '../../tests/harness/connector.ts';
import { mutate, statsOf } from '../../tests/harness/truth.ts';
import { judge, noisy } from './judge.ts';
import type { Plan, SyncPlan } from './plan.ts';
import { createReader, type Reader } from './reader.ts';
import { repeats } from './repeats.ts';

export interface Figures {
  runs: number;
  kills: number;
  /** Syncs that failed under faults, and said so. */
  failed: number;
  mutations: number;
  faults: number;
  rows: number;
  compared: number;
  gone: number;
  unseen: number;
  /** Compared rows whose nested record changed since, so that only its id could be compared. */
  stale: number;
  repeated: number;
}

export interface Outcome {
  readonly figures: Figures;
  /** Problems, a line each. */
  readonly problems: readonly string[];
}

/** The connector's streams, the same for every plan. */
export async function discover(): Promise<readonly CatalogStream[]> {
  const sandbox = await startSandbox();
  try {
    const output = await runConnector(
      'discover',
      { config: configOf({ startDate: '2015-01-01T00:00:00Z', emitDeletions: false }) },
      { baseUrl: sandbox.url },
    );
    return output.messages.find(({ catalog }) => catalog)?.catalog?.streams ?? [];
  } finally {
    await sandbox.close();
  }
}

function configOf({ startDate, emitDeletions }: Pick<Plan, 'startDate' | 'emitDeletions'>): object {
  return { access_token: 'sandbox-token', start_date: startDate, emit_deletions: emitDeletions };
}

export async function play(plan: Plan, streams: readonly CatalogStream[]): Promise<Outcome> {
  const sandbox = await startSandbox(plan.workspace);
  try {
    const windows = { INTERCOM_SPLIT_ABOVE: String(plan.splitAbove), INTERCOM_PATIENCE_MS: '0' };
    const reader = createReader(sandbox.url, configOf(plan), windows);
    const figures: Figures = {
      runs: 0,
      kills: 0,
      failed: 0,
      mutations: 0,
      faults: 0,
      rows: 0,
      compared: 0,
      gone: 0,
      unseen: 0,
      stale: 0,
      repeated: 0,
    };
    const problems: string[] = [];
    const { indexLag = 0, searchBodies } = plan.workspace;
    const ghosts = indexLag > 0 && searchBodies === 'live';
    const sorted = plan.workspace.sort !== 'ignored';
    for (const [index, sync] of plan.syncs.entries()) {
      const some = index === 0 && plan.lateEvery > 0 ? streams.filter((_, at) => at % plan.lateEvery !== 0) : streams;
      const still = isStill(plan, index);
      const settles = plan.syncs.some((_, later) => later > index && isStill(plan, later));
      problems.push(...(await playSync(sync, some, { sandbox, reader, figures, sorted, still, settles, ghosts })));
    }
    problems.push(
      ...(await quietEnd(plan, streams, { sandbox, reader, figures, sorted, still: false, settles: false, ghosts })),
    );
    figures.runs = reader.syncs.length;
    figures.kills = reader.syncs.filter(({ killed }) => killed).length;
    figures.rows = reader.syncs.reduce((sum, { output }) => sum + recordsOf(output), 0);
    return { figures, problems };
  } finally {
    await sandbox.close();
  }
}

const nothing = { repeated: 0, problems: [] };

/** Changes before the previous sync are no matter, unless they are still on their way into the index. */
function isStill({ syncs, workspace: { indexLag = 0 } }: Plan, index: number): boolean {
  const { changes } = syncs[index] ?? {};
  const before = syncs.slice(0, index);
  if (changes?.length !== 0 || syncs.slice(0, index + 1).some(({ live }) => live)) return false;
  return indexLag === 0 || before.every((sync) => sync.changes.length === 0);
}

interface Stage {
  /** Nothing changed since the sync before began, nor is any change on its way into the index. */
  readonly still: boolean;
  /** Searches sort as they are asked to. */
  readonly sorted: boolean;
  /** A later sync is still. */
  readonly settles: boolean;
  /** Searches count records that were deleted a moment ago and do not show them: a backfill may report them as missing. */
  readonly ghosts: boolean;
  readonly sandbox: RunningSandbox;
  readonly reader: Reader;
  readonly figures: Figures;
}

async function playSync(plan: SyncPlan, streams: readonly CatalogStream[], stage: Stage): Promise<readonly string[]> {
  const {
    sandbox: { url },
    reader,
    figures,
  } = stage;
  for (const changes of plan.changes) figures.mutations += changedBy(await mutate(url, changes));
  // Records that change in the second in which a sync begins are emitted again.
  if (stage.settles) await mutate(url, { count: 0, advance: 2 });
  const { scenario, ...weather } = plan.weather ?? {};
  await statsOf(url, true);
  await post(url, 'faults', { scenarios: scenario ? [scenario] : [], ...weather });
  const alive = await post(url, 'live', plan.live ?? {});
  const sync = await reader.sync(streams, plan.killAfter);
  await post(url, 'live', {});
  const { calls, byFault } = (await statsOf(url)) as Awaited<ReturnType<typeof statsOf>> & {
    byFault: Readonly<Record<string, number>>;
  };
  figures.mutations += Math.floor(calls * Number(alive.perCall));
  figures.faults += Object.values(byFault).reduce((sum, count) => sum + count, 0);
  const failed = !sync.killed && !sync.complete;
  if (failed) figures.failed += 1;
  const { repeated, problems } = stage.still ? await repeats(url, streams, reader.syncs, stage.sorted) : nothing;
  figures.repeated += repeated;
  if (!failed) return problems;
  const errors = messagesOf(sync.output);
  if (errors.length === 0) return [...problems, `a sync failed and did not say why: ${errorsOf(sync.output)}`];
  const isExcused = plan.weather || plan.live || (stage.ghosts && errors.every(isShort));
  return isExcused ? problems : [...problems, `a sync failed without a fault: ${errorsOf(sync.output)}`];
}

/** The index catches up, then come two syncs: after the first nothing may be missing, and the second emits nothing. */
async function quietEnd(plan: Plan, streams: readonly CatalogStream[], stage: Stage): Promise<readonly string[]> {
  const {
    sandbox: { url },
    reader,
    figures,
  } = stage;
  await post(url, 'faults', {});
  await mutate(url, { count: 0, advance: (plan.workspace.indexLag ?? 0) + plan.quietFor });
  const last = await reader.sync(streams);
  await mutate(url, { count: 0, advance: 60 });
  const silent = await reader.sync(streams);
  const problems: string[] = [];
  for (const { output, complete } of [last, silent]) {
    if (!complete) problems.push(`a sync of the quiet end failed: ${errorsOf(output)}`);
  }
  const question = {
    baseUrl: url,
    outputs: reader.syncs.map(({ output }) => output),
    startDate: Date.parse(plan.startDate) / 1000,
    emitDeletions: plan.emitDeletions,
  };
  for (const stream of streams) {
    const { compared, lost, gone, unseen, stale } = await judge(stream, question);
    figures.compared += compared;
    figures.gone += gone;
    figures.unseen += unseen;
    figures.stale += stale;
    problems.push(...lost);
  }
  return [...problems, ...noisy(streams, silent.output)];
}

function changedBy({ changed, deleted }: Awaited<ReturnType<typeof mutate>>): number {
  return [...Object.values(changed), ...Object.values(deleted)].flat().length;
}

function recordsOf({ messages }: Output): number {
  return messages.filter(({ record }) => record).length;
}

function isShort(message: string): boolean {
  return message.includes('that Intercom counts did not come');
}

function messagesOf({ messages }: Output): readonly string[] {
  return messages.flatMap(({ trace }) => trace?.error?.message ?? []);
}

function errorsOf(output: Output): string {
  return `exit code ${output.exitCode}; ${messagesOf(output).join('; ')} ${output.stderr}`;
}

async function post(baseUrl: string, what: string, body: object): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${baseUrl}/__sandbox/${what}`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`the sandbox refused ${what}: ${await response.text()}`);
  return (await response.json()) as Readonly<Record<string, unknown>>;
}
