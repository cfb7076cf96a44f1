/** Shares the rows of a stream with the streams of its columns, so that every call for them is made once. */
import type { Row, Rows, RunEvent, Source } from '@airbyte-ts/cdk-shim';
import type { Intercom, IntercomRun } from '../../config/context.ts';
import type { IntercomStream } from '../stream.ts';

/** The rows of one item, the runs of the streams that need them, and the notes about them, which each of these runs is told. */
interface Made {
  readonly rows: Rows;
  readonly runs: IntercomRun[];
  readonly noted: RunEvent[];
}

/** The same stream, which makes the rows of an item once for everyone who needs that item within one sync. */
export function shareRows(stream: IntercomStream): IntercomStream {
  return { ...stream, sources: stream.sources.map(sharedSource) };
}

function sharedSource(source: Source<Intercom>): Source<Intercom> {
  const ofObjects = new WeakMap<object, Made>();
  // The items of a resource that the config names are texts, and few.
  const ofTexts = new Map<unknown, Made>();
  return {
    ...source,
    rows(item, run, facts) {
      const known = isObject(item) ? ofObjects.get(item) : ofTexts.get(item);
      if (known) return join(known, run);
      const made = makeRows((theRun) => source.rows(item, theRun, facts), run);
      if (isObject(item)) ofObjects.set(item, made);
      else ofTexts.set(item, made);
      return made.rows;
    },
  };
}

function makeRows(rows: (run: IntercomRun) => Made['rows'], run: IntercomRun): Made {
  const runs = [run];
  const noted: RunEvent[] = [];
  const on = (event: RunEvent) => {
    if (event.type !== 'note') return run.on(event);
    noted.push(event);
    for (const each of runs) each.on(event);
  };
  const made = rows({ ...run, on });
  return { rows: isStreaming(made) ? replayed(made) : made, runs, noted };
}

function join({ rows, runs, noted }: Made, run: IntercomRun): Made['rows'] {
  runs.push(run);
  for (const event of noted) run.on(event);
  return rows;
}

function isStreaming(rows: Rows): rows is AsyncIterable<Row> {
  return Symbol.asyncIterator in rows;
}

/** The same rows for each reader, however far it has come; an error too. */
function replayed(rows: AsyncIterable<Row>): AsyncIterable<Row> {
  const iterator = rows[Symbol.asyncIterator]();
  const results: Promise<IteratorResult<Row>>[] = [];
  return {
    async *[Symbol.asyncIterator]() {
      for (let at = 0; ; at += 1) {
        results[at] ??= iterator.next();
        const next = await results[at];
        if (!next || next.done) return;
        yield next.value;
      }
    },
  };
}

function isObject(item: unknown): item is object {
  return typeof item === 'object' && item !== null;
}
