import { describe, expect, it } from 'vitest';
import type { Stream } from '../contract.ts';
import { ConfigError } from '../errors.ts';
import { temporaryFile } from '../fixtures/temporary-file.ts';
import { airbyteStream, readCatalog } from './catalog.ts';

describe('readCatalog', () => {
  it('reads names, namespaces, schemas and modes, and ignores other, missing and null fields', async () => {
    const path = await temporaryFile({
      streams: [
        {
          stream: { name: 'a', json_schema: {}, namespace: null },
          sync_mode: 'incremental',
          cursor_field: ['x'],
          generation_id: 7,
        },
        { stream: { name: 'b', namespace: 'space' }, sync_mode: null, destination_sync_mode: null, novelty: {} },
        { stream: { name: 'c' }, sync_mode: 'INVALID' },
        { stream: { name: 'd' }, sync_mode: 5 },
      ],
      novelty: null,
    });
    expect(await readCatalog(path)).toEqual([
      { name: 'a', schema: {}, syncMode: 'incremental' },
      { name: 'b', namespace: 'space', syncMode: 'full_refresh' },
      { name: 'c', syncMode: 'INVALID' },
      { name: 'd', syncMode: '5' },
    ]);
  });

  it.each([
    ['', /has no list "streams"/],
    ['nonsense', /is not JSON/],
    [[], /has no list "streams"/],
    [{ streams: {} }, /has no list "streams"/],
    [{ type: 'CATALOG', catalog: { streams: [] } }, /has no list "streams"/],
    [{ streams: [{ name: 'a' }] }, /Entry 1 .* does not name a stream/],
    [{ streams: [{ stream: { name: 'a' } }, null] }, /Entry 2 .* does not name a stream/],
    [{ streams: [{ stream: { name: 'a' } }, { stream: { name: 'a', namespace: 'x' } }] }, /names the stream "a" twice/],
  ])('refuses %j', async (content, reason) => {
    const reading = readCatalog(await temporaryFile(content));
    await expect(reading).rejects.toBeInstanceOf(ConfigError);
    await expect(reading).rejects.toThrow(reason);
  });

  it('refuses a missing file, and a folder', async () => {
    await expect(readCatalog('/nowhere/catalog.json')).rejects.toThrow(/does not exist/);
    await expect(readCatalog('/')).rejects.toThrow(/is a folder/);
  });
});

describe('airbyteStream', () => {
  const stream: Stream<null> = { name: 'a', sources: [], primaryKey: ['id', 'part'] };

  it('offers full refresh and then incremental for a stream with a cursor', () => {
    expect(airbyteStream({ ...stream, cursorField: 'updated_at' }, { type: 'object' })).toEqual({
      name: 'a',
      json_schema: { type: 'object' },
      supported_sync_modes: ['full_refresh', 'incremental'],
      source_defined_cursor: true,
      default_cursor_field: ['updated_at'],
      source_defined_primary_key: [['id'], ['part']],
    });
  });

  it('offers only full refresh for a stream without a cursor', () => {
    expect(airbyteStream({ ...stream, primaryKey: [] }, {})).toEqual({
      name: 'a',
      json_schema: {},
      supported_sync_modes: ['full_refresh'],
    });
  });
});
