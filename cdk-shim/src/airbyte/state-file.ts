/** Keeps the last state of each stream in a file, so that the next run can resume from it. */
import type { JsonObject } from '../contract.ts';
import { writeJson } from '../process/write-json.ts';
import type { AirbyteSink } from './sink.ts';

const EVERY_MS = 1000;

export interface StateFile {
  /** A sink that does the same and keeps the states. */
  readonly sink: AirbyteSink;
  /** Writes the last states. Throws ConfigError if the file cannot be written. */
  readonly close: () => Promise<void>;
}

/**
 * `before`: the states from which the run resumed; those of other streams stay in the file. The file is written about once a
 * second, each time after the output that its states cover, and whole or not at all.
 */
export function keepStates(path: string, before: ReadonlyMap<string, JsonObject>, sink: AirbyteSink): StateFile {
  const states = new Map(before);
  let changed = false;
  let underWay = Promise.resolve();

  async function write(): Promise<void> {
    if (!changed) return;
    changed = false;
    const content = [...states].map(([name, stream_state]) => ({
      type: 'STREAM',
      stream: { stream_descriptor: { name }, stream_state },
    }));
    await sink.written();
    await writeJson(path, 'state file', content);
  }

  const timer = setInterval(() => {
    // A failure is thrown at the end: the output has all states.
    underWay = underWay.then(write).catch(() => {
      changed = true;
    });
  }, EVERY_MS);
  return {
    sink: {
      ...sink,
      state(stream, state, recordCount) {
        states.set(stream, state);
        changed = true;
        return sink.state(stream, state, recordCount);
      },
    },
    async close() {
      clearInterval(timer);
      await underWay;
      changed = true;
      await write();
    },
  };
}
