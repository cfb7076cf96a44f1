/** An export sync that is killed and resumed, against one that was not. */
import { expect } from 'vitest';
import type { Output } from './connector.ts';
import { errorsOf, exportStreams, latest } from './exports.ts';
import type { ReadTogether } from './read-here.ts';
import { statsOf } from './truth.ts';

/** The streams of one export, and the call that starts its jobs. */
export interface Export {
  readonly streams: readonly string[];
  readonly start: string;
}

export const content: Export = {
  streams: ['receipts', 'receipt_events', 'survey_answers', 'series_checkpoints'],
  start: 'POST /export/content/data',
};

export const reporting: Export = {
  streams: ['reporting_conversation'],
  start: 'POST /export/reporting_data/enqueue',
};

/** Five windows. */
const config = { start_date: '2026-01-01T00:00:00Z' };

export interface Whole extends Export {
  readonly output: Output;
  /** How many jobs it took. */
  readonly jobs: number;
}

/** A sync that is not killed. */
export async function readWhole(url: string, { streams, start }: Export): Promise<Whole> {
  await statsOf(url, true);
  const output = await exportStreams(url, streams, { config });
  expect(errorsOf(output)).toEqual([]);
  return { streams, start, output, ...(await startsOf(url, start)) };
}

export interface Starts {
  readonly jobs: number;
  /** How many jobs Intercom did not start, since another one ran. */
  readonly refused: number;
}

/** Kills a sync, and resumes it until it is complete. Returns how many jobs both took. Nothing may be lost. */
export async function killAndResume(url: string, whole: Whole, how: Partial<ReadTogether>): Promise<Starts> {
  const { streams, start } = whole;
  await statsOf(url, true);
  const killed = await exportStreams(url, streams, { config, ...how });
  const resumed = await exportStreams(url, streams, { config, before: [killed] });
  expect(errorsOf(resumed)).toEqual([]);
  for (const name of streams) {
    expect(contentOf(name, [killed, resumed]), name).toEqual(contentOf(name, [whole.output]));
  }
  return startsOf(url, start);
}

/** Rows without what tells when they were exported. */
function contentOf(name: string, outputs: readonly Output[]): object {
  const rows = [...latest(name, outputs)].map(([key, row]) => {
    const { exported_at: _, window_start: __, ...content } = row;
    return [key, content] as const;
  });
  return Object.fromEntries(rows);
}

async function startsOf(url: string, start: string): Promise<Starts> {
  const { byEndpoint, byStatus } = await statsOf(url);
  const refused = byStatus[429] ?? 0;
  return { jobs: (byEndpoint[start] ?? 0) - refused, refused };
}
