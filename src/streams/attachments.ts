/** The files that were sent with a part of a conversation or ticket. */
import { type JsonObject, keyText, type Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../config/context.ts';
import { idOf } from './child.ts';
import { objectsIn } from './objects-in.ts';

/** One row for each file of a part. Files have no id, and their addresses change, so the place in the list tells them apart. */
export function attachmentRows(
  object: string,
  { id, attachments }: { readonly id: unknown; readonly attachments?: unknown },
  run: IntercomRun,
): readonly Row[] {
  return objectsIn<JsonObject>(attachments, run, { name: 'attachments', key: 'url' }).map((attachment, position) => ({
    [idOf({ object })]: keyText(id),
    position,
    ...attachment,
  }));
}
