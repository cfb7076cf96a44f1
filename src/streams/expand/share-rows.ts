/** Lets the streams of a stream's columns have the rows that the stream itself made: what must be asked for is asked for once. */
import type { Row, Rows, SecondView, View } from '@airbyte-ts/cdk-shim';
import type { Intercom, IntercomRun } from '../../config/context.ts';
import type { IntercomStream } from '../stream.ts';

/** The rows of one item, who takes them, and what was said of them meanwhile, which all of these must hear. */
interface Made {
  readonly rows: Rows;
  readonly runs: IntercomRun[];
  readonly said: Said[];
}

type Said = (run: IntercomRun) => void;

/** The same stream, which makes the rows of an item once for everyone who takes that item within one sync. */
export function shareRows(stream: IntercomStream<unknown>, context: Intercom): IntercomStream<unknown> {
  const beside = stream.beside?.(context);
  const shared: SecondView<Intercom> | undefined = beside && { ...beside, ...sharedView(beside) };
  return { ...stream, ...sharedView(stream), ...(shared ? { beside: () => shared } : {}) };
}

function sharedView({ walk, rows }: View<unknown, Intercom>): View<unknown, Intercom> {
  const ofObjects = new WeakMap<object, Made>();
  // What the config names is walked as texts, and is not much.
  const ofTexts = new Map<unknown, Made>();
  return {
    walk,
    rows(item, run) {
      const known = isObject(item) ? ofObjects.get(item) : ofTexts.get(item);
      if (known) return join(known, run);
      const made = makeRows((theRun) => rows(item, theRun), run);
      if (isObject(item)) ofObjects.set(item, made);
      else ofTexts.set(item, made);
      return made.rows;
    },
  };
}

function makeRows(rows: (run: IntercomRun) => Made['rows'], run: IntercomRun): Made {
  const runs = [run];
  const said: Said[] = [];
  const tell = (say: Said) => {
    said.push(say);
    for (const each of runs) say(each);
  };
  const toAll: IntercomRun = {
    ...run,
    note: (why, count) => tell((each) => each.note(why, count)),
  };
  const made = rows(toAll);
  return { rows: isStreaming(made) ? replayed(made) : made, runs, said };
}

function join({ rows, runs, said }: Made, run: IntercomRun): Made['rows'] {
  runs.push(run);
  for (const say of said) say(run);
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
