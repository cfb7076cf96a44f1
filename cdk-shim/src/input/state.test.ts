import { describe, expect, it } from 'vitest';
import { ConfigError } from '../errors.ts';
import { temporaryFile } from '../fixtures/temporary-file.ts';
import { readState } from './state.ts';

async function states(content: unknown): Promise<object> {
  return Object.fromEntries(await readState(await temporaryFile(content)));
}

function ofStream(name: string, stream_state: unknown, more: object = {}): object {
  return { type: 'STREAM', stream: { stream_descriptor: { name, namespace: null }, stream_state }, ...more };
}

const one = { updated_at: 1 };
const two = { updated_at: 2, nested: { kept: null } };

describe('readState', () => {
  it.each(['', ' \n', '[]', '{}', 'null', '[null]', '[{}]'])('reads %j as no state', async (content) => {
    expect(await states(content)).toEqual({});
  });

  it.each([
    ['STREAM messages', [ofStream('a', one), ofStream('b', two)]],
    [
      'STREAM messages with the fields that platforms add',
      [ofStream('a', one, { id: 5, global: null, data: null }), ofStream('b', two)],
    ],
    [
      'STREAM messages without a type',
      [{ stream: { stream_descriptor: { name: 'a' }, stream_state: one } }, ofStream('b', two)],
    ],
    ['two states of one stream: the last one counts', [ofStream('a', two), ofStream('b', two), ofStream('a', one)]],
    ['a GLOBAL message', { type: 'GLOBAL', global: { shared_state: null, stream_states: globals() } }],
    ['a GLOBAL message without a type', { global: { stream_states: globals() } }],
    [
      'whole lines of output',
      [
        { type: 'STATE', state: ofStream('a', one) },
        { type: 'STATE', state: ofStream('b', two) },
      ],
    ],
    ['a LEGACY message', { type: 'LEGACY', data: { a: one, b: two } }],
    ['a LEGACY message in a list', [{ type: 'LEGACY', data: { a: one, b: two, c: null } }]],
    ['a LEGACY message without a type', { data: { a: one, b: two } }],
    ['states by stream', { a: one, b: two, gone: null }],
    ['the entries that the Airbyte platform shows', [shown('a', one), shown('b', two)]],
    [
      'the answer of the API of the Airbyte platform',
      { stateType: 'stream', connectionId: 'c', streamState: [shown('a', one), shown('b', two)] },
    ],
    ['Singer bookmarks', { currently_syncing: null, bookmarks: { a: one, b: two } }],
    ['Singer bookmarks of an interrupted sync', { currently_syncing: 'b', bookmarks: { a: one, b: two } }],
    ['a line of a Singer tap', { type: 'STATE', value: { bookmarks: { a: one, b: two } } }],
    ['a state that Meltano saved', { singer_state: { bookmarks: { a: one, b: two } }, completed: {} }],
  ])('understands %s', async (_form, content) => {
    expect(await states(content)).toEqual({ a: one, b: two });
  });

  it('understands a Singer bookmark that is only a time', async () => {
    const time = '2021-12-22T07:23:47.000000Z';
    expect(await states({ bookmarks: { a: time, b: two } })).toEqual({ a: { replication_key_value: time }, b: two });
  });

  it('finds no state in a Singer state with only currently_syncing', async () => {
    expect(await states({ currently_syncing: 'a' })).toEqual({});
  });

  it('ignores a stream whose state is null or missing', async () => {
    const nameless = { type: 'STREAM', stream: { stream_descriptor: { name: 'b' } } };
    expect(await states([ofStream('a', null), nameless, ofStream('c', {})])).toEqual({ c: {} });
  });

  it.each([
    ['{"a":', /is not JSON/],
    ['7', /a state message is not a JSON object/],
    [{ a: 7 }, /the state of stream "a" is not a JSON object/],
    [[ofStream('a', 'text')], /the state of stream "a" is not a JSON object/],
    [[{ type: 'STREAM' }], /does not name its stream/],
    [[{ type: 'STREAM', stream: { stream_descriptor: {}, stream_state: {} } }], /does not name its stream/],
    [[{ streamDescriptor: {}, streamState: {} }], /does not name its stream/],
    [[{ type: 'OTHER' }], /a message of type "OTHER"/],
    [{ type: 'GLOBAL' }, /a global state is not a JSON object/],
    [{ type: 'GLOBAL', global: { stream_states: {} } }, /"stream_states".* not a list/],
  ])('refuses %j', async (content, reason) => {
    const reading = states(content);
    await expect(reading).rejects.toBeInstanceOf(ConfigError);
    await expect(reading).rejects.toThrow(reason);
  });

  it('refuses a missing file', async () => {
    await expect(readState('/nowhere/state.json')).rejects.toThrow(/state file \/nowhere\/state.json does not exist/);
  });
});

function shown(name: string, streamState: object): object {
  return { streamDescriptor: { name }, streamState };
}

function globals(): object[] {
  const entry = (name: string, stream_state: object) => ({ stream_descriptor: { name }, stream_state });
  return [entry('a', one), entry('b', two)];
}
