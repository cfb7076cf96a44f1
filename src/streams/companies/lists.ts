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

export interface CompanyItem {
  readonly id?: unknown;
  readonly name?: unknown;
}

export type ListReader = (company: Company, run: IntercomRun) => Promise<readonly CompanyItem[]>;

type List = 'segments' | 'tags' | 'notes';

/** Which lists were seen filled in at least one company of this sync's scroll. */
const filled = oncePerSync(() => new Set<List>());

/** Looks at every company of the scroll, before any row is made. */
export function watchLists(company: Company, run: IntercomRun): void {
  for (const list of ['segments', 'tags', 'notes'] as const) {
    if (inside(company, list).length > 0) filled(run).add(list);
  }
}

export const segmentsOf: ListReader = async (company, run) => {
  const asked = { name: 'segments', path: `/companies/${company.id}/segments`, recordsAt: 'data' };
  const segments = filled(run).has('segments') ? inside(company, 'segments') : await askList(run, asked);
  return objectsIn<CompanyItem>(segments, run, { name: 'segments' });
};

export const tagsOf: ListReader = async (company, run) => {
  if (filled(run).has('tags')) return objectsIn<CompanyItem>(inside(company, 'tags'), run, { name: 'tags' });
  return (await tagsByCompany(run)).get(company.id) ?? [];
};

/** Asks for the notes where the company does not hold all of them, and not where it counts none. */
export const notesOf: ListReader = async (company, run) => {
  const list = company.notes as NoteList | null | undefined;
  const known = inside(company, 'notes');
  if (list?.total_count === 0 && known.length === 0) return [];
  // Without a count an empty list says nothing, unless another company's is filled.
  const counted = typeof list?.total_count === 'number' ? list.total_count : undefined;
  const total = counted ?? (known.length > 0 || (list && filled(run).has('notes')) ? known.length : null);
  const isWhole = total !== null && !list?.has_more && known.length >= total && known.every(isWritten);
  if (isWhole) return known;
  const call = { method: 'GET', path: `/companies/${company.id}/notes` } as const;
  return listAll<CompanyItem>(run.context.client, run, { call, keys: ['data'], perPage: 50 });
};

/** Under the key that the documentation names, or under `data`, as answers hold notes. */
function inside(company: Company, list: List): readonly CompanyItem[] {
  const around = company[list] as Partial<Record<List | 'data', unknown>> | null | undefined;
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
  const byCompany = new Map<string, CompanyItem[]>();
  const tags = await askList<CompanyItem>(run, { name: 'tags', path: '/tags', recordsAt: 'data' });
  for (const tag of objectsIn<CompanyItem>(tags, run, { name: 'tags' })) {
    const call = { method: 'GET', path: '/companies', query: { tag_id: keyText(tag.id) } } as const;
    const pages = listPages<CompanyItem>(run.context.client, run, { call, keys: ['data'], perPage: 60 });
    for await (const page of pages) {
      for (const { id } of objectsIn<CompanyItem>(page, run, { name: 'companies' }))
        byCompany.set(keyText(id), [...(byCompany.get(keyText(id)) ?? []), tag]);
    }
  }
  return byCompany;
});
