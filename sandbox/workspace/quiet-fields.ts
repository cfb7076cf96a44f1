/** The fields of a record that changed without moving its `updated_at`. */
import { companiesOfContact } from '../data/contact.ts';
import type { Kind } from './kinds.ts';
import type { Workspace } from './workspace.ts';

/** Fields that changed since the record's `updated_at`, or may have. */
export function quietFields(
  { options, collections, world }: Workspace,
  kind: Kind,
  ordinal: number,
): readonly string[] {
  const { tags, notes, updatedAt } = collections[kind].live.row(ordinal);
  const since = (at: number) => at >= updatedAt;
  // A company that is deleted leaves its contacts without touching them.
  const left = () => companiesOfContact(world, ordinal).some((company) => !collections.companies.live.has(company));
  return [
    ...(!options.taggingTouches && tags.some(({ at }) => since(at)) ? ['tags'] : []),
    ...(!options.notesTouch && notes.some(since) ? ['notes'] : []),
    ...(!options.membershipTouches && kind === 'companies' ? ['user_count'] : []),
    ...(kind === 'contacts' && left() ? ['companies'] : []),
  ];
}
