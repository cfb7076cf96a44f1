/** A stream whose rows hang on the records of a collection and are told apart by fields of their own, such as a position. */
import type { Kind } from '../resources/index.ts';
import { type Body, listedBody } from '../workspace/bodies.ts';
import { row } from '../workspace/truth-row.ts';
import { existing, type Workspace } from '../workspace/workspace.ts';
import type { Resource } from './resource.ts';

export interface ChildRows {
  readonly stream: string;
  readonly of: Kind;
  /** One record of the collection in a word. Rows have `<parent>_id` and `<parent>_updated_at`. */
  readonly parent: string;
  /** The fields that tell apart the rows of one parent. */
  readonly key: readonly string[];
  /** Whether the key holds the id of the parent as well. Default: true. */
  readonly keyedByParent?: boolean;
  /** The rows of the parent with this ordinal, without the columns about the parent. `body`: the parent as lists show it. */
  readonly rows: (body: Body, workspace: Workspace, ordinal: number) => readonly Body[];
}

export function childRows({ stream, of, parent, key, keyedByParent = true, rows }: ChildRows): Resource {
  const id = `${parent}_id`;
  const fields = keyedByParent ? [id, ...key] : key;
  return {
    routes: () => [],
    truth: {
      *[stream](workspace) {
        const { live } = workspace.stores[of];
        for (const ordinal of existing(workspace, of)) {
          const body = listedBody(workspace, of, live, ordinal);
          const about = { [id]: String(body.id), [`${parent}_updated_at`]: body.updated_at };
          for (const each of rows(body, workspace, ordinal)) {
            const whole: Body = { ...each, ...about };
            const values = Object.fromEntries(fields.map((field) => [field, whole[field]]));
            yield row(of, values, body.updated_at, whole);
          }
        }
      },
    },
  };
}
