/** Reads saved state, in all forms that platforms and other connectors write. */

import type { JsonObject } from '../contract.ts';
import { ConfigError } from '../errors.ts';
import { isObject, readJson } from './json-file.ts';
import { statesInOutput } from './output-file.ts';

type States = Map<string, JsonObject>;

/**
 * Returns the saved state of each stream in the file at `path`: a list of states, or the whole output of an earlier run, a
 * message a line. An empty file, `[]`, `{}` and null all mean no state. Throws ConfigError if the file cannot be understood:
 * a sync without the state would read everything again.
 */
export async function readState(path: string): Promise<Map<string, JsonObject>> {
  const messages = (await statesInOutput(path)) ?? (await statesInFile(path));
  const states: States = new Map();
  try {
    for (const message of messages) addMessage(states, message);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(
      `The state file ${path} cannot be understood, because ${error.message}: pass a list of state messages as this source wrote them, or start without state.`,
    );
  }
  return states;
}

async function statesInFile(path: string): Promise<readonly unknown[]> {
  const content = await readJson(path, 'state file');
  return Array.isArray(content) ? content : [content];
}

/** Adds one message: STREAM, GLOBAL, LEGACY, a whole line of Airbyte or Singer output, or the oldest form: an object of stream to state. */
function addMessage(states: States, message: unknown): void {
  if (message === undefined || message === null) return;
  const { type, stream, global, data, state, value, streamDescriptor, streamState } = object(
    message,
    'a state message',
  );
  // The API and the settings page of the Airbyte platform show the same entries with other names.
  if (Array.isArray(streamState)) {
    for (const entry of streamState) addMessage(states, entry);
    return;
  }
  if (isObject(streamDescriptor)) {
    addStream(states, { stream_descriptor: streamDescriptor, stream_state: streamState });
    return;
  }
  const kind = type ?? (descriptorOf(stream) ? 'STREAM' : isObject(global) ? 'GLOBAL' : 'LEGACY');
  if (kind === 'STATE') addMessage(states, state ?? value);
  else if (kind === 'STREAM') addStream(states, stream);
  else if (kind === 'GLOBAL') addGlobal(states, global);
  else if (kind === 'LEGACY') addLegacy(states, type === 'LEGACY' || isObject(data) ? data : message);
  else throw new ConfigError(`it holds a message of type ${JSON.stringify(kind)}`);
}

function addStream(states: States, entry: unknown): void {
  const name = descriptorOf(entry)?.name;
  if (typeof name !== 'string') throw new ConfigError('a stream state does not name its stream');
  add(states, name, (entry as JsonObject).stream_state);
}

function addGlobal(states: States, entry: unknown): void {
  const list = object(entry, 'a global state').stream_states ?? [];
  if (!Array.isArray(list)) throw new ConfigError('the "stream_states" of a global state are not a list');
  for (const stream of list) addStream(states, stream);
}

/** Singer taps save the same object of stream to state under "bookmarks". Meltano saves the taps' state under "singer_state". */
function addLegacy(states: States, data: unknown): void {
  const whole = object(data ?? {}, 'a legacy state');
  const { bookmarks, currently_syncing: _, ...byStream } = isObject(whole.singer_state) ? whole.singer_state : whole;
  for (const [name, state] of Object.entries(object(bookmarks ?? byStream, 'the "bookmarks"'))) {
    // Early taps saved only the time.
    add(states, name, bookmarks && typeof state === 'string' ? { replication_key_value: state } : state);
  }
}

function add(states: States, name: string, state: unknown): void {
  if (state !== undefined && state !== null) states.set(name, object(state, `the state of stream "${name}"`));
}

function descriptorOf(entry: unknown): JsonObject | undefined {
  return isObject(entry) && isObject(entry.stream_descriptor) ? entry.stream_descriptor : undefined;
}

function object(value: unknown, what: string): JsonObject {
  if (isObject(value)) return value;
  throw new ConfigError(`${what} is not a JSON object`);
}
