/** Which records a watermark cursor needs, depending on what it remembers. */
import { expect, it } from 'vitest';
import { WatermarkCursor } from './watermark-cursor.ts';

const cursorAt = (state: object | undefined, overlap: number) =>
  new WatermarkCursor({ stream: 'articles', state: state as Record<string, unknown>, mode: 'incremental', overlap });

/** The state after a sync that saw these records. */
function stateAfter(records: readonly { id: string; updated_at: number }[], overlap: number) {
  const cursor = cursorAt(undefined, overlap);
  for (const record of records) cursor.settle(record, 'emitted');
  cursor.end(2_000);
  return cursor.checkpoint()?.state;
}

const seen = { id: '1', updated_at: 1_000 };
const unknown = { id: '3', updated_at: 1_000 };
const old = { id: '2', updated_at: 500 };

it('needs an old record that a whole memory does not know: pages that shifted may have hidden it', () => {
  const cursor = cursorAt(stateAfter([seen], Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY);
  expect([seen, old, { ...seen, title: 'changed without its time' }].map((item) => cursor.needs(item))).toEqual([
    false,
    true,
    true,
  ]);
});

it('goes by the time alone where the memory is not whole', () => {
  for (const cursor of [
    cursorAt(stateAfter([seen], 60), 60),
    cursorAt({ updated_at: 1_000 }, Number.POSITIVE_INFINITY),
  ]) {
    expect(cursor.needs(old)).toBe(false);
    expect(cursor.needs(unknown)).toBe(true);
  }
});
