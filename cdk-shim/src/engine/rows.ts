/** The rows of one item, from the moment at which they are asked for to the moment at which they are emitted. */
import type { Row, Run, Sink, View } from '../contract.ts';

/** How many rows of one item go out before the reader of our output may hold them up. */
const ROWS_AT_ONCE = 100;

interface Streaming {
  readonly iterator: AsyncIterator<Row>;
  readonly first: Promise<IteratorResult<Row>>;
}

/** Rows that are on their way. */
export type Asked = Promise<readonly Row[]> | Streaming;

/** Rows that are there, or that are on their way. */
export type Begun = readonly Row[] | Asked;

/** Asks for the rows of an item, without waiting for them: an error shows when they are emitted. */
export function begin<C>({ rows }: View<unknown, C>, item: unknown, run: Run<C>): Begun {
  try {
    const made = rows(item, run);
    if (Array.isArray(made)) return made;
    if (made instanceof Promise) return quiet(made);
    const iterator = (made as AsyncIterable<Row>)[Symbol.asyncIterator]();
    return { iterator, first: quiet(iterator.next()) };
  } catch (error) {
    return quiet(Promise.reject(error));
  }
}

/** Emits rows that were asked for. Throws the error that their item met, after the rows before it. */
export async function emitAll(begun: Asked, emit: (row: Row) => void, sink: Pick<Sink, 'ready'>): Promise<void> {
  if (begun instanceof Promise) {
    for (const row of await begun) emit(row);
    return;
  }
  let rows = 0;
  for (let next = await begun.first; !next.done; next = await begun.iterator.next()) {
    emit(next.value);
    rows += 1;
    if (rows % ROWS_AT_ONCE === 0) await sink.ready();
  }
}

/** A rejection is seen when the rows are emitted; until then it must not count as unhandled. */
function quiet<R>(promise: Promise<R>): Promise<R> {
  promise.catch(() => undefined);
  return promise;
}
