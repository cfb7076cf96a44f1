/**
 * The segments, tags and notes of a company. Intercom's documentation leaves open whether a scroll fills these lists:
 * its schema says so, its examples are empty. Where not one company of the workspace has any, they are asked for elsewhere.
 */
import { keyText } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Company } from '../../generated/companies.ts';
import { listAll, listPages } from '../../intercom/pages.ts';
import { askList } from '../../scans/list.ts';
import { oncePerSync } from '../../scans/once-per-sync.ts';
import { objectsIn } from '../objects-in.ts';
import type { Listed } from '../relation.ts';
import { tagList } from '../workspace/labels.ts';

export type CompanyList = 'segments' | 'tags' | 'notes';

/** Which lists are filled in at least one company of this sync's scroll. */
export interface FilledLists {
  readonly filled: Set<CompanyList>;
}

export type ListReader = (company: Company, run: IntercomRun, facts: FilledLists) => Promise<readonly Listed[]>;

/** Looks at every company of the scroll, before any row is made. */
export function watchLists(company: Company, { filled }: FilledLists): void {
  for (const list of ['segments', 'tags', 'notes'] as const) if (inside(company, list).length > 0) filled.add(list);
}

export const segmentsOf: ListReader = async (company, run, { filled }) => {
  if (filled.has('segments')) return inside(company, 'segments');
  return askList<Listed>(run, `/companies/${company.id}/segments`, { at: 'data' });
};

export const tagsOf: ListReader = async (company, run, { filled }) => {
  if (filled.has('tags')) return inside(company, 'tags');
  return (await tagsByCompany(run)).get(company.id) ?? [];
};

/** Asks for the notes where the company does not hold all of them, and not where it counts none. */
export const notesOf: ListReader = async (company, run, { filled }) => {
  const list = company.notes as NoteList | null | undefined;
  const known = inside(company, 'notes');
  if (list?.total_count === 0 && known.length === 0) return [];
  // Without a count an empty list says nothing, unless another company's is filled.
  const counted = typeof list?.total_count === 'number' ? list.total_count : undefined;
  const total = counted ?? (known.length > 0 || (list && filled.has('notes')) ? known.length : null);
  const isWhole = total !== null && !list?.has_more && known.length >= total && known.every(isWritten);
  if (isWhole) return known;
  const call = { method: 'GET', path: `/companies/${company.id}/notes` } as const;
  return listAll<Listed>(run.context.client, run, { call, keys: ['data'], perPage: 50 });
};

/** Under the key that the documentation names, or under `data`, as answers hold notes. */
function inside(company: Company, list: CompanyList): readonly Listed[] {
  const around = company[list] as Partial<Record<CompanyList | 'data', unknown>> | null | undefined;
  const items = around?.[list] ?? around?.data;
  return Array.isArray(items) ? items : [];
}

interface NoteList {
  readonly total_count?: unknown;
  readonly has_more?: unknown;
}

/** Whether a note is there with its text, and not only by its id, as a contact shows its notes. */
function isWritten(note: unknown): boolean {
  return typeof note === 'object' && note !== null && 'body' in note;
}

/** Tags have no list by company, but companies can be listed by tag. */
const tagsByCompany = oncePerSync(async (run) => {
  const byCompany = new Map<string, Listed[]>();
  for (const tag of objectsIn<Listed>(await tagList.all(run), run, { name: 'tags' })) {
    const call = { method: 'GET', path: '/companies', query: { tag_id: keyText(tag.id) } } as const;
    const pages = listPages<Listed>(run.context.client, run, { call, keys: ['data'], perPage: 60 });
    for await (const page of pages) {
      for (const { id } of objectsIn<Listed>(page, run, { name: 'companies' }))
        byCompany.set(keyText(id), [...(byCompany.get(keyText(id)) ?? []), tag]);
    }
  }
  return byCompany;
});
