import { expect, it } from 'vitest';
import { listen } from '../fixtures/numbers-scan.ts';
import { StreamSync } from './stream-sync.ts';

function streamOf() {
  const { lines, sink } = listen();
  const stream = new StreamSync(
    { name: 'a', sources: [], primaryKey: ['id'] },
    { sink, saved: { last: 1 }, fit: undefined },
  );
  stream.expectScan();
  stream.start();
  return { lines, stream };
}

it('a row after COMPLETE is refused: it would lie behind the last state', () => {
  const { lines, stream } = streamOf();
  stream.emit({ id: 1 });
  stream.endScan();
  expect(() => stream.emit({ id: 2 })).toThrow('a made a row after its end.');
  expect(lines.filter((line) => line.includes(' row '))).toEqual(['a row 1']);
  expect(lines.at(-1)).toBe('a COMPLETE');
});

it('a row after INCOMPLETE is dropped', () => {
  const { lines, stream } = streamOf();
  stream.fail(new Error('no answer'));
  stream.emit({ id: 2 });
  expect(lines.slice(-2)).toEqual(['a failed: no answer', 'a INCOMPLETE']);
});

it('a state is written once: the same state without rows is not written again', () => {
  const { lines, stream } = streamOf();
  stream.save(0, { last: 1 });
  stream.save(0, { last: 2 });
  stream.save(0, { last: 2 });
  stream.emit({ id: 3 });
  stream.save(0, { last: 2 });
  const states = lines.filter((line) => line.includes(' state '));
  expect(states).toEqual(['a state {"last":2} after 0', 'a state {"last":2} after 1']);
});
