/** One sync of the connector against a sandbox, as an orchestrator would start it, measured. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figures, measure } from './process.ts';
import { ROOT, type Sandbox } from './sandbox.ts';

export interface SyncOptions {
  readonly streams: readonly string[];
  /** Added to the config. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** The checkout whose connector is measured. Default: this one. */
  readonly checkout?: string;
}

export interface SyncFigures extends Figures {
  readonly rows: number;
  readonly calls: number;
}

/** Runs one first sync. Throws where it is not complete. */
export async function measureSync(sandbox: Sandbox, options: SyncOptions): Promise<SyncFigures> {
  const { streams, config = {}, checkout = ROOT } = options;
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const path = (name: string) => join(folder, `${name}.json`);
    const write = (name: string, content: unknown) => writeFile(path(name), JSON.stringify(content));
    await write('config', { access_token: sandbox.token, start_date: '2010-01-01T00:00:00Z', ...config });
    await write('catalog', { streams: streams.map(configured) });
    const files = ['--config', path('config'), '--catalog', path('catalog'), '--summary', path('summary')];
    const figures = await measure({
      command: join(checkout, 'bin/source-intercom'),
      args: ['read', ...files],
      env: { INTERCOM_BASE_URL: sandbox.url },
    });
    const summary = JSON.parse(await readFile(path('summary'), 'utf8')) as { streams: readonly SyncFigures[] };
    const sum = (figure: 'rows' | 'calls') => summary.streams.reduce((all, stream) => all + stream[figure], 0);
    return { ...figures, rows: sum('rows'), calls: sum('calls') };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function configured(name: string) {
  const stream = { name, json_schema: {}, supported_sync_modes: ['full_refresh', 'incremental'] };
  return { stream, sync_mode: 'incremental', destination_sync_mode: 'append_dedup' };
}
