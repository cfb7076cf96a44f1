/** The states that tickets of a workspace can be in. */
import { ConfigError, endsSync, SkippedError } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import { list } from '../../scans/list.ts';
import { readTickets } from '../permissions.ts';
import { records, stream } from '../stream.ts';

export const ticketStateList = list('/ticket_states', { at: 'data' });

export const ticketStates = stream({
  name: 'ticket_states',
  sources: [records(ticketStateList)],
  permission: readTickets,
  docs: 'ticket-states/listticketstates',
  fivetran: ['ticket_state'],
});

/** Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/ticket-states/listticketstates */
const CATEGORIES = ['submitted', 'in_progress', 'waiting_on_customer', 'resolved'];

/**
 * The labels of the states of each category. Whether the search of tickets compares categories or labels is undocumented:
 * a query for both is right either way. Without the permission the lists are empty.
 */
export async function ticketStateLabels(run: IntercomRun): Promise<ReadonlyMap<string, readonly string[]>> {
  const states = await ticketStateList.all(run).catch((error: unknown) => {
    const refused = error instanceof SkippedError || (error instanceof ConfigError && !endsSync(error));
    if (!refused) throw error;
    return [];
  });
  const labelsOf = (category: string) =>
    states.filter((state) => state.category === category).map(({ internal_label }) => String(internal_label));
  return new Map(CATEGORIES.map((category) => [category, labelsOf(category)]));
}
