/** The session of a scan whose cursors are all of one kind. */
import type { Cursor, JsonObject, Session, StreamFacts } from '@airbyte-ts/cdk-shim';

export interface SessionParts<T, K extends Cursor<T>, F> {
  /** Makes the cursor of a stream. */
  readonly cursor: (stream: StreamFacts, saved: JsonObject | undefined) => K;
  /** `cursors`: those of the streams that have not failed. A cursor leaves the set when its stream fails. */
  readonly batches: (cursors: ReadonlySet<K>) => AsyncIterable<readonly T[]>;
  readonly facts: F;
}

export function sessionOf<T, K extends Cursor<T>, F>({ cursor, batches, facts }: SessionParts<T, K, F>): Session<T, F> {
  const cursors = new Set<K>();
  const byStream = new Map<string, K>();
  return {
    join(stream, saved) {
      const joined = cursor(stream, saved);
      cursors.add(joined);
      byStream.set(stream.name, joined);
      return joined;
    },
    leave({ name }) {
      const left = byStream.get(name);
      if (left) cursors.delete(left);
    },
    batches: () => batches(cursors),
    facts,
  };
}
