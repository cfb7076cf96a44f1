/** The walk that every stream about companies shares, and the filters of companies. */
import { keyText } from '@airbyte-ts/cdk-shim';
import type { Settings } from '../../config/settings.ts';
import type { Company } from '../../generated/companies.ts';
import { type Criterion, fingerprintOf } from '../../scans/filters.ts';
import { oncePerSync } from '../../scans/once-per-sync.ts';
import { scrollWalk } from '../../scans/scroll/scroll.ts';
import { type ListReader, segmentsOf, tagsOf, watchLists } from './lists.ts';
import { namedCompanies } from './names.ts';
import { companyTimes } from './times.ts';

export const companyWalk = scrollWalk<Company>({
  name: 'companies',
  path: '/companies/scroll',
  recordsAt: 'data',
  watch(company, run, isRead) {
    watchLists(company, run);
    if (isRead('company_contacts')) companyTimes(run).add(company);
  },
  // Elsewhere its rows did not say which company they were about.
  rowsDiffer: (stream) => stream === 'company_segments',
  counted: (records, run) => {
    companyCount(run).count = records;
    companyTimes(run).resolve();
  },
  failed: (error, run) => companyTimes(run).reject(error),
  named: (run) => (run.context.settings.filters.companyIds.length > 0 ? namedCompanies(run) : undefined),
  criteria: ({ filters }) => [...listed(filters.segmentIds, segmentsOf), ...listed(filters.tagIds, tagsOf)],
  fingerprint: ({ filters: { companyIds, segmentIds, tagIds } }: Settings) =>
    fingerprintOf({ companyIds, segmentIds, tagIds }),
});

/** How many companies this sync's scroll had; null where there was none. */
export const companyCount = oncePerSync((): { count: number | null } => ({ count: null }));

function listed(wanted: readonly string[], listOf: ListReader): readonly Criterion<Company>[] {
  if (wanted.length === 0) return [];
  return [
    {
      async meet(companies, run) {
        // Entries that are left out are noted where rows are made of the list.
        const silent = { ...run, note: () => undefined };
        const lists = await Promise.all(companies.map((company) => listOf(company, silent)));
        return companies.filter((_, index) => lists[index]?.some(({ id }) => wanted.includes(keyText(id))));
      },
    },
  ];
}
