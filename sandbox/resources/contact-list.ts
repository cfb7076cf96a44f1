/** A list that hangs on a contact and comes in one answer. */
import { notFound } from '../errors.ts';
import { smallList } from '../pages.ts';
import type { Body } from '../workspace/bodies.ts';
import { relation } from '../workspace/truth-relations.ts';
import { find, type Workspace } from '../workspace/workspace.ts';
import type { Resource } from './resource.ts';

export interface ContactList {
  /** The last part of the path, such as "segments". */
  readonly name: string;
  /** The items of the contact at an ordinal. */
  readonly items: (workspace: Workspace, contact: number) => readonly Body[];
  /** The stream that has a row for each item, under this name of one item. Default: none. */
  readonly stream?: { readonly name: string; readonly child: string };
}

export function contactList({ name, items, stream }: ContactList): Resource {
  return {
    routes: (workspace) => [
      {
        method: 'GET',
        path: `/contacts/{id}/${name}`,
        scope: 'read_users_companies',
        handle({ params, url }) {
          const contact = find(workspace, 'contacts', params.id ?? '');
          if (contact === undefined) throw notFound('User Not Found');
          return smallList(workspace.options, items(workspace, contact), url);
        },
      },
    ],
    truth: stream ? { [stream.name]: rowsOf(stream.child, items) } : {},
  };
}

function rowsOf(child: string, items: ContactList['items']) {
  return relation('contacts', 'contact', child, (workspace, contact) =>
    items(workspace, contact).map((item) => ({ id: item.id, said: { [child]: item } })),
  );
}
