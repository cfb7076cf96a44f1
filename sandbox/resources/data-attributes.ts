/** Attributes of contacts and companies: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/data-attributes */
import { ApiError } from '../errors.ts';
import { smallList } from '../pages.ts';
import type { Body } from '../workspace/bodies.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { dataAttributes as attributesFor } from '../workspace/world-facts.ts';
import { itemRow, unlessArchived } from './fixed-list.ts';
import type { Resource, Rows } from './resource.ts';

export const dataAttributes: Resource = {
  routes: (workspace) => [
    {
      method: 'GET',
      path: '/data_attributes',
      handle: ({ url }) => smallList(workspace.options, attributesOf(workspace, url), url),
    },
  ],
  truth: { company_attributes: rowsOf('company'), contact_attributes: rowsOf('contact') },
};

function rowsOf(model: 'contact' | 'company'): Rows {
  return ({ world }) => attributesFor(world, model).map((item) => itemRow(item, ['model', 'full_name']));
}

function attributesOf(workspace: Workspace, url: URL): readonly Body[] {
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
    models.flatMap((each) => attributesFor(workspace.world, each)),
    url,
  );
}
