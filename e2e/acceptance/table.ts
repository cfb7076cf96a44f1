/** Reads the table of broken connectors, and of the suites that catch them, in docs/acceptance.md. */
import { readFile } from 'node:fs/promises';

const PAGE = new URL('../../docs/acceptance.md', import.meta.url);

export interface Caught {
  /** The check of `npm run acceptance` that fails. */
  readonly ours: string;
  /** The tests of Airbyte's standard tests that fail, in alphabetical order. Empty if all tests pass. */
  readonly standard: readonly string[];
}

/** Returns the rows by fault, in the order of the table. */
export async function tableOfTwelve(): Promise<ReadonlyMap<string, Caught>> {
  const [, table = ''] = (await readFile(PAGE, 'utf8')).split(/<!-- \/?twelve -->/);
  const rows = table.trim().split('\n').slice(2);
  return new Map(
    rows.map((row) => {
      const [, name = '', ours = '', standard = ''] = row.split('|').map((cell) => cell.trim());
      const tests = standard.split(', ').filter((test) => test.startsWith('test_'));
      return [name, { ours, standard: tests }];
    }),
  );
}
