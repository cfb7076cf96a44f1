/** The lists that Intercom cuts at ten inside a contact: whole, and asked for only where they were cut. */
import { keyText } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Contact } from '../../generated/contacts.ts';
import { listAll } from '../../intercom/pages.ts';
import { oncePerSync } from '../../scans/once-per-sync.ts';
import { objectsIn } from '../objects-in.ts';
import { oncePerItem } from '../once-per-item.ts';
import type { Listed } from '../relation.ts';
import { tagList } from '../workspace/labels.ts';

type CutList = 'companies' | 'tags';

/** The whole list, which several streams may want: it is asked for once. */
export function wholeList(
  contact: Contact,
  list: CutList,
  run: IntercomRun,
): readonly Listed[] | Promise<readonly Listed[]> {
  const inside = contact[list];
  if (!inside?.has_more) return (inside?.data ?? []) as readonly Listed[];
  return list === 'tags' ? allTags(contact, run) : allCompanies(contact, run);
}

const allTags = oncePerItem((contact: Contact, run) => askWholeList(contact, 'tags', run));
const allCompanies = oncePerItem((contact: Contact, run) => askWholeList(contact, 'companies', run));

/** Asks in any case: Intercom's own endpoint of a contact's list, which shows more of each item than the contact does. */
export async function askWholeList(
  { id }: Contact,
  list: CutList | 'notes',
  run: IntercomRun,
): Promise<readonly Listed[]> {
  const call = { method: 'GET', path: `/contacts/${id}/${list}` } as const;
  // Companies stand under either key, depending on which part of Intercom's documentation is right.
  return listAll<Listed>(run.context.client, run, { call, keys: ['data', list], perPage: 60 });
}

/** The tags of a contact with their names: inside a contact a tag is only an id, and one call brings the names of all. */
export async function namedTags(contact: Contact, run: IntercomRun): Promise<readonly Listed[]> {
  const tags = objectsIn<Listed>(await wholeList(contact, 'tags', run), run, { name: 'tags' });
  if (tags.length === 0) return [];
  const names = await tagNames(run);
  return tags.map((tag) => ({ ...tag, name: tag.name ?? names.get(keyText(tag.id)) }));
}

const tagNames = oncePerSync(async (run) => {
  const tags = await tagList.all(run);
  return new Map(tags.map(({ id, name }) => [keyText(id), name]));
});
