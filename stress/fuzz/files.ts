/** One fuzzed config, catalog or state through the code that reads it: it is accepted, or refused with a sentence. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError, type JsonObject, readCatalog, readState } from '@airbyte-ts/cdk-shim';
import { readConfig } from '../../cdk-shim/dist/input/config.js';
import type { IntercomRun } from '../../src/config/context.ts';
import { settingsOf } from '../../src/config/parse.ts';
import { brokenText, changed } from './change.ts';
import { contextOf, offered, spec } from './connector-parts.ts';
import type { Random } from './random.ts';
import { savedStates } from './saved-states.ts';

export const TOKEN = 'planted-fuzz-token';

const config = {
  access_token: TOKEN,
  client_secret: `${TOKEN}-2`,
  region: 'eu',
  start_date: '2020-01-01T00:00:00Z',
  lookback_window: 1,
  contact_roles: ['user'],
  contact_emails: ['ann@example.com'],
  company_ids: ['acme'],
  tag_ids: ['1'],
  segment_ids: ['2'],
  conversation_admin_type: 'specific',
  admin_ids: ['814860'],
  conversation_states: ['open'],
  contact_ids: ['user-42'],
  conversation_ids: ['215472856448646'],
  note_ids: ['1'],
  expand: ['conversations.tags'],
  order: 'updated_at',
  rate_limit_share: 50,
  num_workers: 3,
  emit_deletions: true,
};

const configuredStreams = ['contacts', 'tags', 'conversation_parts'].map((name) => ({
  stream: {
    name,
    json_schema: { type: 'object' },
    supported_sync_modes: ['full_refresh', 'incremental'],
    namespace: null,
  },
  sync_mode: 'incremental',
  destination_sync_mode: 'append_dedup',
  cursor_field: ['updated_at'],
  primary_key: [['id']],
}));

/** The result of a case, in a word or two. Throws an error that a user must never see. */
export type FileCase = (random: Random, folder: string) => Promise<string>;

export const configCase: FileCase = async (random, folder) => {
  const path = await fuzzedFile('config', config, random, folder);
  return refusedOr(async () => {
    const { values } = await readConfig(path, spec);
    const { settings } = settingsOf(values, {});
    const streams = offered(contextOf(settings));
    if (streams.length < 20) throw new Error(`only ${streams.length} streams are offered`);
    return 'accepted';
  });
};

export const catalogCase: FileCase = async (random, folder) => {
  const path = await fuzzedFile('catalog', { streams: configuredStreams }, random, folder);
  return refusedOr(async () => {
    for (const { name, syncMode } of await readCatalog(path)) {
      if (typeof name !== 'string' || typeof syncMode !== 'string') throw new Error('a stream without name or mode');
    }
    return 'accepted';
  });
};

/** The state also goes through the cursors of all streams: each accepts or refuses its own state, and accepts the state that it saves. */
export const stateCase: FileCase = async (random, folder) => {
  const path = await fuzzedFile('state', random.pick(savedStates), random, folder);
  return refusedOr(async () => {
    const states = await readState(path);
    const context = contextOf(settingsOf({ access_token: TOKEN, start_date: '2020-01-01T00:00:00Z' }, {}).settings);
    const run: IntercomRun = {
      context,
      signal: new AbortController().signal,
      log: () => undefined,
      on: () => undefined,
      factsOf: () => undefined,
    };
    const outcomes = offered(context).map(({ name, sources: [source] }) => {
      const facts = { name, mode: 'incremental', changesOnly: false } as const;
      const join = (state: JsonObject | undefined) => source?.scan.begin(run).join(facts, state);
      return refusedOr(async () => {
        const saved = join(states.get(name))?.checkpoint();
        if (saved) join(JSON.parse(JSON.stringify(saved.state)) as JsonObject);
        return 'accepted';
      });
    });
    return (await Promise.all(outcomes)).includes('refused') ? 'refused by one stream' : 'accepted';
  });
};

async function fuzzedFile(name: string, content: unknown, random: Random, folder: string): Promise<string> {
  const path = join(folder, `${name}.json`);
  const text = JSON.stringify(random.once(4) ? content : changed(content, random));
  await writeFile(path, random.once(3) ? brokenText(text, random) : text);
  return path;
}

/** `refused` where `read` throws a ConfigError whose message a person can be shown; throws everything else. */
async function refusedOr(read: () => Promise<string>): Promise<string> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    presentable(error.message);
    return 'refused';
  }
}

/** Throws where a message is no sentence, or shows a secret or an unexpected value such as [object Object]. */
export function presentable(message: string): void {
  const bad = [TOKEN, 'undefined', '[object Object]', '\n'].find((text) => message.includes(text));
  if (message.length < 20 || !/[.!…]$/.test(message) || bad) throw new Error(`not fit to be shown: ${message}`);
}
