/** The streams that exist under a config: those that stand in the list, and those that the config makes. */
import type { Settings } from '../../config/settings.ts';
import { streams } from '../index.ts';
import { reportingStreams } from '../reporting/export.ts';
import type { IntercomStream } from '../stream.ts';

/** Makes the streams that a config names. Their schemas come with them. */
type Making = (settings: Settings) => readonly IntercomStream[];

const MAKINGS: readonly Making[] = [reportingStreams];

export function streamsUnder(settings: Settings): readonly IntercomStream[] {
  const listed = streams.filter((stream) => stream.offered?.(settings) ?? true);
  return [...listed, ...MAKINGS.flatMap((make) => make(settings))];
}
