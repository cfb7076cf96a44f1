/** The rows of one file of an export. */
import { TransientError } from '@airbyte-ts/cdk-shim';
import { parse } from 'csv-parse';
import { type ArchivedFile, piped } from './archive.ts';

export interface CsvFile {
  /** What the rows are about: the name of the file without its stamp, in the singular; undefined for a file without a name. */
  readonly kind: string | undefined;
  readonly columns: readonly string[];
}

/** Yields the columns, then the values of each row. Throws TransientError for an empty file, and errors of the parser. */
export async function* rowsIn({ name, bytes }: ArchivedFile): AsyncGenerator<readonly [CsvFile, readonly string[]]> {
  const parser = piped(bytes, parse({ bom: true, skip_empty_lines: true }));
  let file: CsvFile | undefined;
  for await (const values of parser as AsyncIterable<readonly string[]>) {
    if (file) yield [file, values];
    else {
      file = { kind: name === undefined ? undefined : kindOf(name), columns: values };
      yield [file, []];
    }
  }
  if (!file) throw new TransientError(`its file ${name ?? ''} is empty`);
}

/** "receipts_20260601-120000.csv" and "receipt.csv" are both of the kind "receipt". */
export function kindOf(name: string): string {
  const bare = name
    .toLowerCase()
    .replace(/\.csv$/, '')
    .replace(/[-_. ]\d{8}([-_T]?\d{4,6})?$/i, '');
  if (bare.endsWith('ies')) return `${bare.slice(0, -3)}y`;
  return /[^s]s$/.test(bare) ? bare.slice(0, -1) : bare;
}
