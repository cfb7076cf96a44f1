/** How far WhatsApp messages came, asked for by the rulesets that the receipts of the sync name: Intercom lists these rulesets nowhere. */
import type { JsonObject, Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import { listPages } from '../../intercom/pages.ts';
import type { Resource } from '../../scans/resource.ts';
import { wholeScan } from '../../scans/whole.ts';
import { readConversations } from '../permissions.ts';
import { records, sourceOf, stream } from '../stream.ts';
import { contentExport } from './scan.ts';

const PATH = '/messages/status';

async function* statuses(run: IntercomRun): AsyncGenerator<readonly JsonObject[]> {
  const facts = await run.factsOf(contentExport);
  for (const ruleset of facts?.whatsappRulesets ?? []) {
    const call = { method: 'GET', path: PATH, query: { ruleset_id: ruleset } } as const;
    for await (const page of listPages<JsonObject>(run.context.client, run, { call, keys: ['events'], perPage: 100 })) {
      yield page.map((status) => ({ ...status, ruleset_id: ruleset }));
    }
  }
}

const statusScan: Resource<JsonObject> = {
  ...wholeScan(PATH, statuses),
  endpoint: `GET ${PATH}`,
  cost: 'one for 100 statuses of each ruleset that sent WhatsApp messages, beside those of the export',
};

export const whatsappStatuses = stream({
  name: 'whatsapp_statuses',
  // The export brings no rows of this stream, and runs for the rulesets in it.
  sources: [records(statusScan), sourceOf(contentExport, (): readonly Row[] => [])],
  permission: readConversations,
  docs: 'messages/getwhatsappmessagestatus',
  optIn: true,
});
