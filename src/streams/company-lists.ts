/**
 * The segments and tags of a company. Intercom's documentation leaves open whether a scroll fills these lists: its
 * schema says so, its examples are empty. Where not one company of the workspace has any, they are asked for elsewhere.
 */
import type { Company } from '../generated/companies.ts';
import type { IntercomRun } from '../intercom/intercom.ts';
import { numberedPages } from '../intercom/pages.ts';
import { askList } from '../walks/list.ts';
import { oncePerSync } from '../walks/once-per-sync.ts';

interface Listed {
  readonly id?: unknown;
  readonly name?: unknown;
}

/** Which lists were seen filled in at least one company of this sync's scroll. */
const filled = oncePerSync(() => ({ segments: false, tags: false }));

/** Looks at every company of the scroll, before any row is made. */
export function watchLists(company: Company, run: IntercomRun): void {
  const seen = filled(run);
  if (inside(company, 'segments').length > 0) seen.segments = true;
  if (inside(company, 'tags').length > 0) seen.tags = true;
}

export async function segmentsOf(company: Company, run: IntercomRun): Promise<readonly Listed[]> {
  if (filled(run).segments) return inside(company, 'segments');
  return askList<Listed>(run, { name: 'segments', path: `/companies/${company.id}/segments`, recordsAt: 'data' });
}

export async function tagsOf(company: Company, run: IntercomRun): Promise<readonly Listed[]> {
  if (filled(run).tags) return inside(company, 'tags');
  return (await tagsByCompany(run)).get(company.id) ?? [];
}

function inside(company: Company, list: 'segments' | 'tags'): readonly Listed[] {
  return (list === 'segments' ? company.segments?.segments : company.tags?.tags) ?? [];
}

/** Tags have no list by company, but companies can be listed by tag. */
const tagsByCompany = oncePerSync(async (run) => {
  const byCompany = new Map<string, Listed[]>();
  for (const tag of await askList<Listed>(run, { name: 'tags', path: '/tags', recordsAt: 'data' })) {
    const call = { method: 'GET', path: '/companies', query: { tag_id: String(tag.id) } } as const;
    for await (const page of numberedPages<Listed>(run.context.client, run, { call, keys: ['data'], perPage: 60 })) {
      for (const { id } of page) byCompany.set(String(id), [...(byCompany.get(String(id)) ?? []), tag]);
    }
  }
  return byCompany;
});
