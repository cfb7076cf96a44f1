/** Attributes of contacts and companies, served by one endpoint. */
import { type ListEndpoint, listRoute } from '../define/endpoint.ts';
import type { Resource } from '../define/resource.ts';
import { ApiError } from '../errors.ts';
import type { Call } from '../routes/route.ts';
import type { Body } from '../workspace/bodies.ts';
import { row, type TruthRow } from '../workspace/truth-row.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { dataAttributes as attributesOfModel } from '../workspace/world-facts.ts';

const list: ListEndpoint = { path: '/data_attributes' };

export const dataAttributes: Resource = {
  routes: (workspace) => [listRoute(workspace, list, ({ url }) => attributesOf(workspace, url))],
  truth: {
    company_attributes: ({ world }) => attributeRows(attributesOfModel(world, 'company')),
    contact_attributes: ({ world }) => attributeRows(attributesOfModel(world, 'contact')),
  },
};

/** Archived ones exist too; lists show them on request. */
function attributeRows(bodies: readonly Body[]): TruthRow[] {
  return bodies.map((body) => row(null, { model: body.model, full_name: body.full_name }, body.updated_at, body));
}

function attributesOf(workspace: Workspace, url: Call['url']): readonly Body[] {
  const model = url.searchParams.get('model');
  if (model === 'conversation') {
    const message = 'model=conversation is no longer supported. Use GET /conversations/attributes instead';
    throw new ApiError(422, 'parameter_invalid', message);
  }
  if (model !== null && model !== 'contact' && model !== 'company') {
    throw new ApiError(400, 'parameter_invalid', 'model must be contact or company');
  }
  const models: readonly ('contact' | 'company')[] = model === null ? ['contact', 'company'] : [model];
  return unlessArchived(
    models.flatMap((each) => attributesOfModel(workspace.world, each)),
    url,
  );
}

/** The attributes that a list shows: archived ones only on request. */
export function unlessArchived(attributes: readonly Body[], url: URL): readonly Body[] {
  if (url.searchParams.get('include_archived') === 'true') return attributes;
  return attributes.filter((attribute) => attribute.archived !== true);
}
