import { describe, expect, it } from 'vitest';
import { createSingerLog } from './log.ts';
import { createSingerSink } from './sink.ts';

/** Returns a sink for one stream, and the lines that it writes. */
function sinkOf(states: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map()) {
  const lines: string[] = [];
  const output = {
    write: (line: string) => void lines.push(line),
    ready: async () => undefined,
    close: async () => undefined,
  };
  const stream = {
    name: 'a',
    schema: {},
    keyProperties: ['id'],
    cursorField: 'at',
    shape: (row: object) => ({ ...row }),
  };
  const log = createSingerLog('CRITICAL', () => undefined);
  const sink = createSingerSink({ output, log, streams: [stream], states });
  const types = () => lines.map((line) => JSON.parse(line).type);
  return { sink, lines, types };
}

describe('a sink', () => {
  it('writes nothing after the state of an interruption, and is never ready again', async () => {
    const { sink, types } = sinkOf();
    sink.status('a', 'STARTED');
    sink.record('a', { id: '1' });
    sink.interrupt();
    sink.record('a', { id: '2' });
    sink.status('a', 'COMPLETE');
    expect(types()).toEqual(['SCHEMA', 'RECORD', 'STATE']);
    const ready = sink.ready().then(() => 'ready');
    expect(await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, 20, 'not ready'))])).toBe(
      'not ready',
    );
  });

  it('writes large states less often, and always the last state of a stream', () => {
    const { sink, lines, types } = sinkOf(new Map([['other', { memory: 'x'.repeat(40_000) }]]));
    sink.status('a', 'STARTED');
    for (const at of [1, 2, 3]) sink.state('a', { at }, 0);
    expect(types()).toEqual(['SCHEMA', 'STATE']);
    sink.status('a', 'COMPLETE');
    expect(types()).toEqual(['SCHEMA', 'STATE', 'STATE']);
    expect(JSON.parse(lines.at(-1) ?? '').value).toMatchObject({
      bookmarks: { a: { at: 3 } },
      currently_syncing: null,
    });
  });
});
