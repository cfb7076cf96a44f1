/** The workflows that the config names, with their steps and rules. Intercom has no list of all of them. */
import type { JsonObject, Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import { recordsOf } from '../../intercom/records.ts';
import type { Resource } from '../../scans/resource.ts';
import { wholeScan } from '../../scans/whole.ts';
import { readWorkflows } from '../permissions.ts';
import { sourceOf, stream } from '../stream.ts';

const namedWorkflows: Resource<string> = {
  ...wholeScan('workflows_by_id', async function* ({ context }) {
    yield context.settings.workflowIds;
  }),
  endpoint: 'GET /export/workflows/{id}',
  cost: 'one for each workflow that is named',
};

export const workflowsById = stream({
  name: 'workflows_by_id',
  offered: ({ workflowIds }) => workflowIds.length > 0,
  sources: [sourceOf(namedWorkflows, exported)],
  permission: readWorkflows,
  docs: 'workflows/exportworkflow',
});

async function exported(id: string, run: IntercomRun): Promise<readonly Row[]> {
  const call = { method: 'GET', path: `/export/workflows/${id}` } as const;
  const { workflow, ...about } = await run.context.client.ask(run, call);
  return recordsOf<JsonObject>({ workflow: [workflow] }, ['workflow'], call, run).map((one) => ({ ...one, ...about }));
}
