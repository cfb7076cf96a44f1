/** Changes of a record that did not move its `updated_at`. */
import { companiesOfContact } from '../data/contact.ts';
import type { Kind } from '../resources/index.ts';
import type { Signs } from './truth-row.ts';
import type { Workspace } from './workspace.ts';

/** Fields that changed since the record's `updated_at`, or may have. */
export function quietFields({ options, stores, world }: Workspace, kind: Kind, ordinal: number): readonly string[] {
  const { tags, notes, updatedAt } = stores[kind].live.row(ordinal);
  const since = (at: number) => at >= updatedAt;
  // A company that is deleted leaves its contacts without touching them.
  const left = () => companiesOfContact(world, ordinal).some((company) => !stores.companies.live.has(company));
  return [
    ...(!options.taggingTouches && tags.some(({ at }) => since(at)) ? ['tags'] : []),
    ...(!options.notesTouch && notes.some(since) ? ['notes'] : []),
    ...(!options.membershipTouches && kind === 'companies' ? ['user_count'] : []),
    ...(kind === 'contacts' && left() ? ['companies'] : []),
  ];
}

/** Whether a tag was put on after the record's `updated_at` and without moving it. */
export function tagSigns({ options, stores }: Workspace, kind: Kind, ordinal: number, appliedAt: unknown): Signs {
  return { unannounced: !options.taggingTouches && Number(appliedAt) > stores[kind].live.updatedAt(ordinal) };
}
