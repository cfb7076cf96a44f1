/** Compares the tables of a schema with the truth in the sandbox. */

import { runTap, type SingerStream } from '../../tests/harness/tap.ts';
import { type Judgement, judge } from '../pyairbyte/judge.ts';
import { holding, type Tables } from '../pyairbyte/table.ts';
import { asStream, postgres } from './loaded.ts';

/** Returns the streams of the tap for a sandbox. */
export async function discover(url: string, token: string): Promise<readonly SingerStream[]> {
  const config = { access_token: token, start_date: '2015-01-01T00:00:00Z', emit_deletions: true };
  return JSON.parse((await runTap({ config }, ['--discover'], { baseUrl: url })).lines.join('')).streams;
}

/** Returns the sums of all streams. */
export async function judgeSchema(url: string, streams: readonly SingerStream[], tables: Tables): Promise<Judgement> {
  const judged = streams.map(async (stream): Promise<Judgement> => {
    const table = tables.get(stream.tap_stream_id);
    if (!table) return { rows: 0, values: 0, columns: 0, wrong: [`${stream.tap_stream_id}: no table`] };
    return judge(url, postgres, asStream(stream), table, holding(tables, stream.tap_stream_id), []);
  });
  return (await Promise.all(judged)).reduce((sum, { rows, values, columns, wrong }) => ({
    rows: sum.rows + rows,
    values: sum.values + values,
    columns: sum.columns + columns,
    wrong: [...sum.wrong, ...wrong],
  }));
}
