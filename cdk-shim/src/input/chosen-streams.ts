/** Streams that the command line names, in place of a catalog. */
import type { Stream } from '../contract.ts';
import { ConfigError } from '../errors.ts';
import type { ConfiguredStream } from './catalog.ts';

/** `names`: with commas between them; empty for all streams. Throws ConfigError for a stream that does not exist. */
export function chosenStreams<C>(names: string, streams: readonly Stream<C>[]): readonly ConfiguredStream[] {
  const wanted = new Set(names.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()])));
  const known = streams.map(({ name }) => name);
  const unknown = [...wanted].filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const named = unknown.map((name) => `"${name}"`).join(', ');
    throw new ConfigError(`There is no stream ${named}: possible are ${known.join(', ')}.`);
  }
  return streams
    .filter(({ name }) => wanted.size === 0 || wanted.has(name))
    .map(({ name, cursorField }) => ({ name, syncMode: cursorField === undefined ? 'full_refresh' : 'incremental' }));
}
