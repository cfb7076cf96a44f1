/** The single changes a workspace can undergo; each makes a next version of one record at the clock's present. */
import { companiesOfContact } from '../data/contact.ts';
import type { Kind } from '../resources/index.ts';
import { nothingAdded, type Row } from './table.ts';
import { type Workspace, write } from './workspace.ts';

/** Makes a record and returns its ordinal. */
export function create(workspace: Workspace, kind: Kind): number {
  const now = workspace.clock.seconds();
  const ordinal = workspace.stores[kind].live.size;
  write(workspace, kind, ordinal, { createdAt: now, updatedAt: now, revision: 0, gone: false, ...nothingAdded });
  if (kind === 'contacts') touchCompanies(workspace, ordinal);
  return ordinal;
}

/** The next version of a record: its generator decides what a revision changes. */
export function update(workspace: Workspace, kind: Kind, ordinal: number): void {
  const row = workspace.stores[kind].live.row(ordinal);
  write(workspace, kind, ordinal, touched(workspace, { ...row, revision: row.revision + 1 }));
}

export function remove(workspace: Workspace, kind: Kind, ordinal: number): void {
  write(workspace, kind, ordinal, { ...workspace.stores[kind].live.row(ordinal), gone: true });
  if (kind === 'contacts') touchCompanies(workspace, ordinal);
}

/** Puts a tag on a record. It is undocumented whether a tag moves `updated_at`, so an option decides. */
export function tag(
  workspace: Workspace,
  kind: 'contacts' | 'conversations',
  ordinal: number,
  tagOrdinal: number,
): void {
  const row = workspace.stores[kind].live.row(ordinal);
  const at = workspace.clock.seconds();
  const tagged: Row = {
    ...row,
    tags: [...row.tags.filter((other) => other.tag !== tagOrdinal), { tag: tagOrdinal, at }],
  };
  write(workspace, kind, ordinal, workspace.options.taggingTouches ? touched(workspace, tagged) : tagged);
}

/** Adds a note about a record. It is undocumented whether a note moves `updated_at`, so an option decides. */
export function addNote(workspace: Workspace, kind: 'contacts' | 'companies', ordinal: number): void {
  const row = workspace.stores[kind].live.row(ordinal);
  const noted: Row = { ...row, notes: [...row.notes, workspace.clock.seconds()] };
  write(workspace, kind, ordinal, workspace.options.notesTouch ? touched(workspace, noted) : noted);
}

/** Adds a data event of a contact. It is undocumented whether an event moves `updated_at`, so an option decides. */
export function addEvent(workspace: Workspace, ordinal: number): void {
  const row = workspace.stores.contacts.live.row(ordinal);
  const active: Row = { ...row, events: [...row.events, workspace.clock.seconds()] };
  write(workspace, 'contacts', ordinal, workspace.options.eventsTouch ? touched(workspace, active) : active);
}

/** Scores the quality of a conversation. It is undocumented whether a score moves `updated_at`, so an option decides. */
export function score(workspace: Workspace, ordinal: number): void {
  const row = workspace.stores.conversations.live.row(ordinal);
  const scored: Row = { ...row, scores: [...row.scores, workspace.clock.seconds()] };
  write(workspace, 'conversations', ordinal, workspace.options.scoresTouch ? touched(workspace, scored) : scored);
}

/** Merges one contact into another: the first is gone, the second is updated. */
export function merge(workspace: Workspace, source: number, target: number): void {
  remove(workspace, 'contacts', source);
  workspace.mergedInto.set(source, { target, at: workspace.clock.seconds() });
  update(workspace, 'contacts', target);
}

/** The companies whose `updated_at` moves when the contact is created or deleted (undocumented: an option decides). */
export function companiesTouchedBy({ world, stores, options }: Workspace, contact: number): readonly number[] {
  if (!options.membershipTouches) return [];
  return companiesOfContact(world, contact).filter((company) => stores.companies.live.has(company));
}

function touchCompanies(workspace: Workspace, contact: number): void {
  const { live } = workspace.stores.companies;
  for (const company of companiesTouchedBy(workspace, contact)) {
    write(workspace, 'companies', company, touched(workspace, live.row(company)));
  }
}

function touched(workspace: Workspace, row: Row): Row {
  return { ...row, updatedAt: workspace.clock.seconds() };
}
