/** Data connectors, and the requests that they made. */
import { decimal, idOf } from './ids.ts';
import { chooser } from './random.ts';
import type { Version, World } from './world.ts';

export const dataConnectorIds = decimal(12_300, 5);

const names = ['Order status', 'Refund', 'Shipping address', 'Plan of an account'] as const;

/** Times are in epoch seconds; the API shows them as text. */
export function dataConnector(world: World, { ordinal, revision, createdAt, updatedAt }: Version) {
  const choose = chooser(world.seed, 'data connector', ordinal);
  const id = dataConnectorIds.format(ordinal);
  const admin = idOf('admin', 0);
  return {
    type: 'data_connector',
    id,
    name: names[ordinal % names.length] ?? names[0],
    description: revision > 0 ? `Edited ${revision} times` : ordinal % 3 === 0 ? 'Asks the shop' : null,
    state: choose.oneOf('state', ['draft', 'live', 'live']),
    http_method: methodOf(ordinal),
    direct_fin_usage: choose.chance('fin', 0.5),
    created_by_admin_id: admin,
    updated_by_admin_id: admin,
    created_at: createdAt,
    updated_at: updatedAt,
    execution_results_url: `/data_connectors/${id}/execution_results`,
  };
}

const methodOf = (ordinal: number) => (ordinal % 2 === 0 ? 'get' : 'post');

/** More than a connector makes in the time of a sandbox. */
const MOST_EXECUTIONS = 1024;
const EVERY = 30 * 86_400;

/** The requests of a connector up to `now`, one every thirty days, oldest first. */
export function executions({ seed }: World, ordinal: number, { createdAt, now }: { createdAt: number; now: number }) {
  const count = Math.floor((now - createdAt) / EVERY);
  return Array.from({ length: count }, (_, index) => {
    const number = ordinal * MOST_EXECUTIONS + index;
    const failed = chooser(seed, 'execution', number).chance('failed', 0.2);
    return {
      type: 'data_connector.execution',
      id: String(99_000 + number),
      data_connector_id: dataConnectorIds.format(ordinal),
      success: !failed,
      http_status: failed ? null : 200,
      http_method: methodOf(ordinal),
      ...(failed ? { error_type: '3rd_party_error', error_message: 'Connection refused' } : { execution_time_ms: 150 }),
      request_url: 'https://api.example.com/orders',
      source_type: 'workflow',
      source_id: '5001',
      conversation_id: null,
      created_at: createdAt + (index + 1) * EVERY,
    };
  });
}
