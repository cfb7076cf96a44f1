/** The rows of one item, from their request until they are emitted. */
import type { Row, Rows } from '../contract.ts';

/** How many rows of one item are emitted before the engine waits for the reader of the output. */
const ROWS_AT_ONCE = 100;

interface Streaming {
  readonly iterator: AsyncIterator<Row>;
  readonly first: Promise<IteratorResult<Row>>;
}

/** Rows that were requested and have not arrived yet. */
export type Asked = Promise<readonly Row[]> | Streaming;

/** Rows that have arrived, or that were requested. */
export type Begun = readonly Row[] | Asked;

/** The receiver of rows. */
interface Emitter {
  readonly emit: (row: Row) => void;
  readonly ready: () => Promise<void>;
}

/** Requests rows without waiting for them. Never throws: `emitAll` throws the error. */
export function begin(ask: () => Rows): Begun {
  try {
    const made = ask();
    if (Array.isArray(made)) return made;
    if (made instanceof Promise) return quiet(made);
    const iterator = (made as AsyncIterable<Row>)[Symbol.asyncIterator]();
    return { iterator, first: quiet(iterator.next()) };
  } catch (error) {
    return quiet(Promise.reject(error));
  }
}

/** Emits requested rows. After the rows that came, throws the error of the request. */
export async function emitAll(begun: Asked, to: Emitter): Promise<void> {
  if (begun instanceof Promise) {
    for (const row of await begun) to.emit(row);
    return;
  }
  let rows = 0;
  for (let next = await begun.first; !next.done; next = await begun.iterator.next()) {
    to.emit(next.value);
    rows += 1;
    if (rows % ROWS_AT_ONCE === 0) await to.ready();
  }
}

/** Marks a rejection as handled: `emitAll` handles it later. */
function quiet<R>(promise: Promise<R>): Promise<R> {
  promise.catch(() => undefined);
  return promise;
}
