/** Workflows, which no endpoint lists: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/workflows/exportworkflow */
import type { World } from '../data/world.ts';
import type { Resource } from '../define/resource.ts';
import { notFound } from '../errors.ts';
import { row } from '../workspace/truth-row.ts';

const NAMES = ['Greeting', 'Handover', 'Survey'];

export const workflows: Resource = {
  routes: ({ world }) => [
    {
      method: 'GET',
      path: '/export/workflows/{id}',
      since: '2.15',
      handle({ params }) {
        const workflow = workflowsOf(world).find(({ id }) => id === params.id);
        if (!workflow) throw notFound('Workflow not found');
        const times = { created_at: iso(workflow.created_at), updated_at: iso(workflow.updated_at) };
        return { ...ABOUT, exported_at: iso(world.now), workflow: { ...workflow, ...times } };
      },
    },
  ],
  truth: {
    workflows_by_id: ({ world }) =>
      workflowsOf(world).map((workflow) =>
        row(null, { id: workflow.id }, workflow.updated_at, {
          ...workflow,
          ...ABOUT,
          exported_at: world.now,
        }),
      ),
  },
};

const ABOUT = { export_version: '1.0', app_id: 12_345 };

const iso = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

function workflowsOf({ start }: World) {
  return NAMES.map((title, index) => ({
    id: String(67_890 + index),
    title,
    description: index === 0 ? null : `What happens: ${title}`,
    trigger_type: 'inbound_conversation',
    state: index === 2 ? 'paused' : 'live',
    target_channels: ['chat'],
    preferred_devices: ['desktop', 'mobile'],
    created_at: start + index,
    updated_at: start + 2 * index,
    targeting: index === 0 ? null : { role: 'user' },
    snapshot: { steps: [{ id: '1', type: 'message' }] },
    attributes: [],
    embedded_rules: [],
  }));
}
