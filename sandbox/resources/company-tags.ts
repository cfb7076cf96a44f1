/** Tags of companies: only a company's own body shows them. */
import { childList } from '../define/child-list.ts';
import { tagsOfCompany } from '../workspace/relations.ts';

export const companyTags = childList({
  of: 'companies',
  items: tagsOfCompany,
  truth: {
    stream: 'company_tags',
    parent: 'company',
    child: 'tag',
    childOf: ({ id, name }) => ({ id, said: { name } }),
  },
});
