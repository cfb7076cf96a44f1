/** Companies: by page (10,000 at most), by scroll, by filter, and one by one. */
import { company } from '../data/company.ts';
import { idForms } from '../data/ids.ts';
import type { Collection } from '../define/collection.ts';
import { ApiError } from '../errors.ts';
import type { SandboxOptions } from '../options.ts';
import { listOrder, numberedPages, pageOf, positiveNumber } from '../pages.ts';
import type { Call, Route } from '../routes/route.ts';
import { createScroll } from '../scroll.ts';
import { type Body, fullBody, listedBody, nestedItems } from '../workspace/bodies.ts';
import { oddCompany } from '../workspace/hostile-text.ts';
import { liveCompany } from '../workspace/live-shapes.ts';
import { createCompanyOrder } from '../workspace/relations.ts';
import { existing, known, type Workspace } from '../workspace/workspace.ts';

export const companies: Collection = {
  ids: idForms.company,
  count: 60,
  generate: company,
  missing: companyNotFound,
  complete: ({ members }, body, { ordinal }) => ({ ...body, user_count: members.companies(ordinal).length }),
  listed: ({ options }, body) => (options.companyLists === 'full' ? body : emptied(options, body)),
  liveShape: liveCompany,
  oddText: oddCompany,
  routes: companyRoutes,
};

const read = 'read_users_companies';
const listLimit = 10_000;
const scrollPage = 100;

/** The parameters that filter companies, each with a company's values for it. */
const filters: Readonly<Record<string, (company: Body) => unknown[]>> = {
  company_id: (company) => [company.company_id],
  name: (company) => [company.name],
  tag_id: (company) => nestedItems(company, 'tags', 'tags').map(({ id }) => id),
  segment_id: (company) => nestedItems(company, 'segments', 'segments').map(({ id }) => id),
};

function companyRoutes(workspace: Workspace): Route[] {
  const scroll = createScroll(workspace.clock, workspace.options.scrollExpiry);
  const order = createCompanyOrder(workspace);
  const { live } = workspace.stores.companies;
  const body = (ordinal: number) => listedBody(workspace, 'companies', live, ordinal);

  /** The list leaves out companies without users, as documented; the scroll has all companies. */
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

  return [
    { method: 'GET', path: '/companies', scope: read, handle: filtered },
    { method: 'POST', path: '/companies/list', scope: 'write_users_companies', handle: list },
    { method: 'GET', path: '/companies/scroll', scope: read, handle: scrolled },
    {
      method: 'GET',
      path: '/companies/{id}',
      scope: read,
      handle: ({ params }) => body(known(workspace, 'companies', params.id)),
    },
  ];
}

function envelope(data: readonly Body[], page: number, perPage: number, total: number, url: URL): Body {
  return { type: 'list', data, pages: numberedPages({ page, perPage, total, url }), total_count: total };
}

function companyNotFound(): ApiError {
  return new ApiError(404, 'company_not_found', 'Company Not Found');
}

function emptied(options: SandboxOptions, body: Body): Body {
  return {
    ...body,
    tags: { type: 'tag.list', tags: [] },
    segments: { type: 'segment.list', segments: [] },
    // In the live shape the notes are counted all the same.
    ...(options.shapes === 'documented' ? { notes: { type: 'note.list', notes: [] } } : {}),
  };
}
