/** The entries of a list that have no id: their place in the list tells them apart. */
import type { Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../config/context.ts';
import { objectsIn } from './objects-in.ts';

/** Each object in `list` with its `position`, from 0. Other entries are left out and noted under `name`. */
export function entriesIn(list: unknown, name: string, run: Pick<IntercomRun, 'on'>): readonly Row[] {
  return objectsIn<Row>(list, run, { name, key: null }).map((entry, position) => ({ ...entry, position }));
}
