/** The scan that every stream about companies reads, its facts, and the filters of companies. */
import { keyText } from '@airbyte-ts/cdk-shim';
import type { Company } from '../../generated/companies.ts';
import { type Criterion, fingerprintOf } from '../../scans/filters.ts';
import { scroll } from '../../scans/scroll/scroll.ts';
import { type CompanyList, type FilledLists, type ListReader, segmentsOf, tagsOf, watchLists } from './lists.ts';
import { namedCompanies } from './names.ts';

export interface CompanyFacts extends FilledLists {
  /** How many companies the scroll had; null where there was none, or where it did not come to its end. */
  count: number | null;
  /** `updated_at` of every company by id, where a stream needs it for rows that come from contacts. */
  readonly updatedAt: Map<string, unknown>;
}

export const companyScan = scroll<Company, CompanyFacts>({
  name: 'companies',
  object: 'company',
  path: '/companies/scroll',
  at: 'data',
  facts: () => ({ count: null, updatedAt: new Map(), filled: new Set<CompanyList>() }),
  watch(company, facts, isRead) {
    watchLists(company, facts);
    if (isRead('company_contacts')) facts.updatedAt.set(company.id, company.updated_at);
  },
  count(records, facts) {
    facts.count = records;
  },
  // In other connectors a row of company_segments did not say which company it was about.
  rowsDiffer: (stream) => stream === 'company_segments',
  named: (run) => (run.context.settings.filters.companyIds.length > 0 ? namedCompanies(run) : undefined),
  criteria: ({ filters }, facts) => [
    ...listed(filters.segmentIds, segmentsOf, facts),
    ...listed(filters.tagIds, tagsOf, facts),
  ],
  fingerprint: ({ filters: { companyIds, segmentIds, tagIds } }) => fingerprintOf({ companyIds, segmentIds, tagIds }),
});

function listed(wanted: readonly string[], listOf: ListReader, facts: FilledLists): readonly Criterion<Company>[] {
  if (wanted.length === 0) return [];
  return [
    {
      async meet(companies, run) {
        const lists = await Promise.all(companies.map((company) => listOf(company, run, facts)));
        return companies.filter((_, index) => lists[index]?.some((entry) => wanted.includes(keyText(entry?.id))));
      },
    },
  ];
}
