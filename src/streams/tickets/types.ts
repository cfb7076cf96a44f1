/** The types that tickets have, with their attributes and the states that they go through. */
import { type JsonObject, keyText } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import { list } from '../../scans/list.ts';
import type { Resource } from '../../scans/resource.ts';
import { wholeScan } from '../../scans/whole.ts';
import { childOf } from '../child.ts';
import { objectsIn } from '../objects-in.ts';
import { readTickets } from '../permissions.ts';
import type { Listed } from '../relation.ts';
import { records, sourceOf, stream } from '../stream.ts';
import { ticketStateList } from './states.ts';

const ticketTypeList = list('/ticket_types', { at: 'data', object: 'ticket_type', cursorField: 'updated_at' });

export const ticketTypes = stream({
  name: 'ticket_types',
  sources: [records(ticketTypeList)],
  permission: readTickets,
  docs: 'ticket-types/listtickettypes',
  fivetran: ['ticket_type_history'],
});

export const ticketTypeAttributes = stream({
  name: 'ticket_type_attributes',
  sources: [
    childOf(ticketTypeList, {
      rows: ({ ticket_type_attributes: list }, run) =>
        objectsIn<Listed>(insideOf(list, 'ticket_type_attributes'), run, { name: 'ticket_type_attributes' }).map(
          (attribute) => ({ ...attribute, id: keyText(attribute.id) }),
        ),
    }),
  ],
  permission: readTickets,
  docs: 'ticket-types/listtickettypes',
  fivetran: ['ticket_type_attribute_history'],
});

/** A type of tickets, and the ids of its states. */
type StatesOfType = readonly [type: string, states: ReadonlySet<string>];

const statesOfTypes: Resource<StatesOfType> = {
  ...wholeScan<StatesOfType>('ticket_type_states', async function* (run) {
    yield [...(await statesByType(run))];
  }),
  endpoint: ticketTypeList.endpoint,
  cost: 'none beside those of ticket_types and ticket_states',
};

export const ticketTypeStates = stream({
  name: 'ticket_type_states',
  sources: [
    sourceOf(
      statesOfTypes,
      ([type, states]) => [...states].map((state) => ({ ticket_type_id: type, ticket_state_id: state })),
      { primaryKey: ['ticket_type_id', 'ticket_state_id'], asks: [ticketStateList.endpoint] },
    ),
  ],
  permission: readTickets,
  docs: 'ticket-states/listticketstates',
});

/** Types name their states, and states their types: a pair that either list names counts. */
async function statesByType(run: IntercomRun): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const [types, states] = await Promise.all([ticketTypeList.all(run), ticketStateList.all(run)]);
  const pairs = [
    ...pairsOf(types, 'ticket_states', run),
    ...pairsOf(states, 'ticket_types', run).map(([state, type]) => [type, state] as const),
  ];
  const byType = Map.groupBy(pairs, ([type]) => type);
  return new Map([...byType].map(([type, its]) => [type, new Set(its.map(([, state]) => state))]));
}

function pairsOf(records: readonly JsonObject[], list: string, run: IntercomRun) {
  return objectsIn<Listed>(records, run, { name: 'ticket types and states' }).flatMap((record) =>
    objectsIn<Listed>(insideOf(record[list], list), run, { name: list }).map(
      ({ id }) => [keyText(record.id), keyText(id)] as const,
    ),
  );
}

/** The list inside an object, whose key Intercom's schema and examples name differently. */
function insideOf(around: unknown, key: string): unknown {
  const { data, [key]: named } = (around ?? {}) as JsonObject;
  return named ?? data;
}
