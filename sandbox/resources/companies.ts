/** Companies: by page (10,000 at most), by scroll, by filter, one by one, and their lists. */
import { ApiError } from '../errors.ts';
import { listOrder, numberedPages, pagedList, pageOf, positiveNumber, smallList } from '../pages.ts';
import type { Call, Route } from '../route.ts';
import { createScroll } from '../scroll.ts';
import { type Body, fullBody, listedBody, nestedItems } from '../workspace/bodies.ts';
import { createCompanyOrder, segmentsOfCompany } from '../workspace/relations.ts';
import { companyRelations } from '../workspace/truth-relations.ts';
import { existing, find, type Workspace } from '../workspace/workspace.ts';
import { recordRows } from './record-rows.ts';
import type { Resource } from './resource.ts';

const read = 'read_users_companies';
const listLimit = 10_000;
const scrollPage = 100;

/** The filters of companies. */
const filters: Readonly<Record<string, (company: Body) => unknown[]>> = {
  company_id: (company) => [company.company_id],
  name: (company) => [company.name],
  tag_id: (company) => nestedItems(company, 'tags', 'tags').map(({ id }) => id),
  segment_id: (company) => nestedItems(company, 'segments', 'segments').map(({ id }) => id),
};

export const companies: Resource = {
  routes,
  truth: { companies: recordRows('companies'), ...companyRelations },
};

function routes(workspace: Workspace): Route[] {
  const scroll = createScroll(workspace.clock, workspace.options.scrollExpiry);
  const order = createCompanyOrder(workspace);
  const { live } = workspace.collections.companies;
  const body = (ordinal: number) => listedBody(workspace, 'companies', live, ordinal);

  /** Companies without users are left out of the list, as documented; the scroll has all. */
  function list({ url }: Call): Body {
    const direction = listOrder(url.searchParams.get('order'));
    const page = positiveNumber(url.searchParams.get('page'), 'page', 1);
    const perPage = positiveNumber(url.searchParams.get('per_page'), 'per_page', 15, 60);
    if (page * perPage > listLimit) throw new ApiError(400, 'bad_request', 'page limit reached, please use scroll API');
    const sorted = order();
    const ordinals = Array.from(pageOf(direction === 'desc' ? sorted : sorted.toReversed(), page, perPage));
    return envelope(ordinals.map(body), page, perPage, sorted.length, url);
  }

  function scrolled({ url }: Call): Body {
    const step = scroll.step(url.searchParams.get('scroll_param') || undefined, live.size);
    const data: Body[] = [];
    let next = step.from;
    for (; next < step.end && data.length < scrollPage; next++) if (live.has(next)) data.push(body(next));
    step.moveTo(data.length === 0 ? undefined : next);
    return { type: 'list', data, pages: null, total_count: null, scroll_param: step.param };
  }

  /** With `company_id` the answer is the company itself, otherwise a list; without any filter all of them. */
  function filtered({ url }: Call): Body {
    const wanted = Object.keys(filters).filter((name) => url.searchParams.has(name));
    const ordinals = [...existing(workspace, 'companies')].filter((ordinal) => {
      const company = fullBody(workspace, 'companies', live, ordinal);
      return wanted.every((name) => filters[name]?.(company).includes(url.searchParams.get(name)));
    });
    const [first] = ordinals;
    if (first === undefined && (wanted.includes('company_id') || wanted.includes('name'))) throw companyNotFound();
    if (first !== undefined && wanted.includes('company_id')) return body(first);
    const page = positiveNumber(url.searchParams.get('page'), 'page', 1);
    const perPage = positiveNumber(url.searchParams.get('per_page'), 'per_page', 15, 60);
    return envelope(pageOf(ordinals, page, perPage).map(body), page, perPage, ordinals.length, url);
  }

  function contacts({ params, url }: Call): Body {
    const ordinals = workspace.members.companies(known(workspace, params));
    const { data, ...rest } = pagedList(ordinals, url, {
      max: 150,
      byCursor: workspace.options.cursorLists !== 'none',
    });
    const table = workspace.collections.contacts.live;
    return { ...rest, data: data.map((ordinal) => listedBody(workspace, 'contacts', table, ordinal)) };
  }

  return [
    { method: 'GET', path: '/companies', scope: read, handle: filtered },
    { method: 'POST', path: '/companies/list', scope: 'write_users_companies', handle: list },
    { method: 'GET', path: '/companies/scroll', scope: read, handle: scrolled },
    { method: 'GET', path: '/companies/{id}', scope: read, handle: ({ params }) => body(known(workspace, params)) },
    { method: 'GET', path: '/companies/{id}/contacts', scope: read, handle: contacts },
    {
      method: 'GET',
      path: '/companies/{id}/segments',
      scope: read,
      handle: ({ params, url }) =>
        smallList(workspace.options, segmentsOfCompany(workspace, known(workspace, params)), url),
    },
  ];
}

function envelope(data: readonly Body[], page: number, perPage: number, total: number, url: URL): Body {
  return { type: 'list', data, pages: numberedPages({ page, perPage, total, url }), total_count: total };
}

function known(workspace: Workspace, params: Call['params']): number {
  const ordinal = find(workspace, 'companies', params.id ?? '');
  if (ordinal === undefined) throw companyNotFound();
  return ordinal;
}

function companyNotFound(): ApiError {
  return new ApiError(404, 'company_not_found', 'Company Not Found');
}
