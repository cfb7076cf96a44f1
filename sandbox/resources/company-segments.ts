/** The segments that a company is in. */
import { childList } from '../define/child-list.ts';
import { segmentsOfCompany } from '../workspace/relations.ts';

export const companySegments = childList({
  of: 'companies',
  list: { path: '/companies/{id}/segments', scope: 'read_users_companies' },
  items: segmentsOfCompany,
  truth: { stream: 'company_segments', parent: 'company', child: 'segment' },
});
