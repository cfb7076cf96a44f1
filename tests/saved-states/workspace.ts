/** The sandbox workspaces in which states are saved and resumed: each is the same, to the second, every time it starts. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { EXECUTABLE } from '../harness/connector.ts';

/** A few pages of each kind of record, so that a sync saves states on its way. */
const OPTIONS = {
  seed: 5,
  now: '2026-06-01T12:00:00Z',
  token: 'sandbox-token',
  contacts: 160,
  conversations: 320,
  tickets: 160,
  companies: 25,
  'activity-logs': 40,
  tags: 6,
  segments: 4,
  admins: 3,
  'rate-limit': 100_000,
};

/** The body of `POST /__sandbox/mutate`. */
export interface Change {
  readonly count?: number;
  readonly seed?: number;
  readonly deletes?: boolean;
  readonly operations?: readonly {
    readonly op: string;
    readonly kind: string;
    readonly id?: string;
    readonly with?: string;
  }[];
  /** Seconds by which the clock moves before the first change, and after each one. */
  readonly advance: number;
  readonly spread: number;
}

/** Without them no conversation would have been deleted, and no contact merged. */
const deletions: Change = {
  operations: [...repeat(3, { op: 'delete', kind: 'conversations' }), { op: 'merge', kind: 'contacts' }],
  advance: 0,
  spread: 0,
};

/** More than an overlap lies between the first and the last change of each kind. */
const updates = ['conversations', 'contacts', 'tickets'].map(
  (kind): Change => ({ operations: repeat(280, { op: 'update', kind }), advance: 3600, spread: 10, seed: 3 }),
);

interface Making {
  readonly options?: Readonly<Record<string, string>>;
  readonly changes: readonly Change[];
}

const workspaces = {
  plain: { changes: [deletions] },
  /** The plain one, after most of its records have changed. */
  changed: { changes: [deletions, ...updates] },
  /** The plain one, but companies do not show their notes: these are asked for one company at a time. */
  unlisted: { options: { 'company-notes': 'absent' }, changes: [deletions] },
} satisfies Readonly<Record<string, Making>>;

export type WorkspaceName = keyof typeof workspaces;

export interface Workspace {
  readonly url: string;
  close(): Promise<void>;
}

const MOST_STARTS = 20;

/** Starts a workspace. Its clock runs in real time, so it is started again when it was slow and a change came a second late. */
export async function startWorkspace(name: WorkspaceName): Promise<Workspace> {
  const { changes, options = {} }: Making = workspaces[name];
  for (let starts = 1; starts <= MOST_STARTS; starts += 1) {
    const workspace = await startSandbox(options);
    let expected = Date.parse(OPTIONS.now) / 1000;
    let now = expected;
    for (const change of changes) {
      now = await mutate(workspace.url, change);
      expected += change.advance + change.spread * (change.operations?.length ?? 0);
    }
    if (now === expected) return workspace;
    await workspace.close();
  }
  throw new Error(`The sandbox needed more than a second to start, ${MOST_STARTS} times: the machine is too busy.`);
}

/** Changes the workspace. Returns the sandbox's time after the last change, in epoch seconds. */
export async function mutate(url: string, change: Change): Promise<number> {
  const { now } = (await tell(url, 'mutate', change)) as { now: number };
  return now;
}

/** Moves the sandbox's clock. */
export async function advance(url: string, seconds: number): Promise<void> {
  await mutate(url, { count: 0, advance: seconds, spread: 0 });
}

/** Has the calls that match fail next, as sandbox/README.md describes it. */
export async function armFaults(url: string, faults: readonly object[]): Promise<void> {
  await tell(url, 'faults', { faults });
}

async function tell(url: string, what: string, body: object): Promise<unknown> {
  const response = await fetch(`${url}/__sandbox/${what}`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`The sandbox refused ${what}: ${await response.text()}`);
  return response.json();
}

async function startSandbox(options: Readonly<Record<string, string>>): Promise<Workspace> {
  const args = Object.entries({ ...OPTIONS, ...options }).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(EXECUTABLE, ['sandbox', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const firstLine = once(createInterface(child.stdout), 'line');
  const [line] = await Promise.race([firstLine, exited.then(() => Promise.reject(new Error('The sandbox ended.')))]);
  const { url } = JSON.parse(String(line)) as { url: string };
  return {
    url,
    async close() {
      child.kill();
      await exited;
    },
  };
}

function repeat<T>(times: number, value: T): readonly T[] {
  return Array.from({ length: times }, () => value);
}
