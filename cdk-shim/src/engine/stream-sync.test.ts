import { expect, it } from 'vitest';
import { recordingSink } from '../fixtures/numbers-scan.ts';
import { StreamSync } from './stream-sync.ts';

function streamOf() {
  const { lines, sink } = recordingSink();
  const stream = new StreamSync(
    { name: 'a', sources: [], primaryKey: ['id'] },
    { sink, saved: { last: 1 }, fit: undefined },
  );
  stream.expectScan();
  stream.start();
  return { lines, stream };
}

it('refuses a row after COMPLETE, because no state would cover it', () => {
  const { lines, stream } = streamOf();
  stream.emit({ id: 1 });
  stream.endScan();
  expect(() => stream.emit({ id: 2 })).toThrow('a emitted a row after its end.');
  expect(lines.filter((line) => line.includes(' row '))).toEqual(['a row 1']);
  expect(lines.at(-1)).toBe('a COMPLETE');
});

it('drops a row after INCOMPLETE', () => {
  const { lines, stream } = streamOf();
  stream.fail(new Error('no answer'));
  stream.emit({ id: 2 });
  expect(lines.slice(-2)).toEqual(['a failed: no answer', 'a INCOMPLETE']);
});

it('does not write an unchanged state again without new rows', () => {
  const { lines, stream } = streamOf();
  stream.save(0, { last: 1 });
  stream.save(0, { last: 2 });
  stream.save(0, { last: 2 });
  stream.emit({ id: 3 });
  stream.save(0, { last: 2 });
  const states = lines.filter((line) => line.includes(' state '));
  expect(states).toEqual(['a state {"last":2} after 0', 'a state {"last":2} after 1']);
});
