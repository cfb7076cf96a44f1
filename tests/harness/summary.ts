/** Syncs whose summary is read as well. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastStates, type Output, run } from './connector.ts';

export interface Summary {
  readonly stream: string;
  readonly status: string;
  readonly exists: number | null;
  readonly walked: number;
  readonly known: number;
  readonly skipped: number;
  readonly rows: number;
  readonly calls: number;
  readonly notes: Readonly<Record<string, number>>;
}

export interface Summarised {
  readonly output: Output;
  /** The summary of each stream, by its name. */
  readonly of: ReadonlyMap<string, Summary>;
}

/** One incremental sync of some streams. `before`: the sync from which it resumes. */
export async function summarise(baseUrl: string, names: readonly string[], before?: Output): Promise<Summarised> {
  const folder = await mkdtemp(join(tmpdir(), 'summary-'));
  try {
    const files: Record<string, unknown> = {
      config: { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' },
      catalog: { streams: names.map((name) => ({ stream: { name }, sync_mode: 'incremental' })) },
      ...(before ? { state: lastStates(before) } : {}),
    };
    const args: string[] = ['read', '--summary', join(folder, 'summary.json')];
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(folder, `${name}.json`), JSON.stringify(content));
      args.push(`--${name}`, join(folder, `${name}.json`));
    }
    const output = await run(args, { baseUrl });
    const summary = JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8')) as { streams: readonly Summary[] };
    return { output, of: new Map(summary.streams.map((one) => [one.stream, one])) };
  } finally {
    await rm(folder, { recursive: true });
  }
}
