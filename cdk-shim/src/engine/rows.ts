/** The rows of one item, from the moment they are asked for to the moment they are emitted. */
import type { Row, Rows } from '../contract.ts';

/** How many rows of one item go out before the reader of the output may hold them up. */
const ROWS_AT_ONCE = 100;

interface Streaming {
  readonly iterator: AsyncIterator<Row>;
  readonly first: Promise<IteratorResult<Row>>;
}

/** Rows that are on their way. */
export type Asked = Promise<readonly Row[]> | Streaming;

/** Rows that are there, or that are on their way. */
export type Begun = readonly Row[] | Asked;

/** Where rows go. */
interface Emitter {
  readonly emit: (row: Row) => void;
  readonly ready: () => Promise<void>;
}

/** Asks for rows without waiting for them: an error shows when they are emitted. */
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

/** Emits rows that were asked for. Throws the error that their item met, after the rows before it. */
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

/** A rejection is seen when the rows are emitted; until then it must not count as unhandled. */
function quiet<R>(promise: Promise<R>): Promise<R> {
  promise.catch(() => undefined);
  return promise;
}
