import { expect, it } from 'vitest';
import { fill } from './fill.ts';

const result = {
  bench: 'bench:start',
  date: '2026-01-31',
  machine: '2 cores',
  command: 'npm run bench:start',
  rows: [{ program: 'ours', seconds: 1.234 }],
};

it('replaces what stands between the markers, and nothing else', () => {
  const page = '# Page\n\n<!-- bench:start: made by `npm run bench:docs` -->\nold\n<!-- /bench:start -->\n\nEnd\n';
  const filled = fill(page, result);
  expect(filled).toContain(
    '| program | seconds |\n|--------:|--------:|\n|    ours |    1.23 |\n<!-- /bench:start -->\n\nEnd\n',
  );
  expect(filled).not.toContain('old');
  expect(fill(filled, result)).toBe(filled);
});

it('gives a benchmark without markers a chapter at the end, once', () => {
  const filled = fill('# Page\n', result);
  expect(filled).toContain('# Page\n\n## bench:start\n\n<!-- bench:start');
  expect(fill(filled, result)).toBe(filled);
});
