/** The datasets of the reporting, and their rows: pure functions of the seed, as far back as Intercom keeps them. */
import { idOf } from './ids.ts';
import { chooser } from './random.ts';
import type { World } from './world.ts';

export interface ReportAttribute {
  readonly id: string;
  readonly qualified_id: string;
  readonly name: string;
}

export interface ReportDataset {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly default_time_attribute_id: string;
  readonly attributes: readonly ReportAttribute[];
}

/** Two years. */
const KEPT = 2 * 365 * 86_400;
const ROWS = 90;

function attributes(...qualified: readonly string[]): readonly ReportAttribute[] {
  return qualified.map((qualified_id) => {
    const id = qualified_id.slice(qualified_id.indexOf('.') + 1);
    return { id, qualified_id, name: id.replaceAll('_', ' ') };
  });
}

export const reportDatasets: readonly ReportDataset[] = [
  {
    id: 'conversation',
    name: 'Conversations',
    description: 'Conversations, their channels and how long they took.',
    default_time_attribute_id: 'conversation_started_at',
    attributes: attributes(
      'standard.conversation_id',
      'timestamp.conversation_started_at',
      'standard.channel',
      'teammate.currently_assigned_teammate_id',
      'duration.first_response_time',
      // Two short names that are equal.
      'standard.user_role',
      'call.user_role',
      // Attributes that the workspace defined.
      'people.plan',
      'conversation.Brand',
    ),
  },
  {
    id: 'conversation_rating_sent',
    name: 'Ratings',
    description: 'Requests for a rating, and the ratings that came.',
    default_time_attribute_id: 'conversation_rating_updated_at',
    attributes: attributes(
      'standard.conversation_rating_id',
      'timestamp.conversation_rating_updated_at',
      'standard.conversation_rating',
      'standard.conversation_rating_remark',
      'standard.conversation_id',
    ),
  },
  {
    id: 'admin_status_change',
    name: 'Status of teammates',
    description: 'When teammates were away.',
    default_time_attribute_id: 'admin_status_started_at',
    attributes: attributes('timestamp.admin_status_started_at', 'teammate.admin_id', 'standard.admin_status'),
  },
];

export interface ReportRow {
  readonly at: number;
  /** By the qualified ids of the attributes. Teammates come by name, times without a zone. */
  readonly values: Readonly<Record<string, string>>;
}

/** The rows of a dataset, oldest first. */
export function reportRows({ seed, now }: World, dataset: ReportDataset): readonly ReportRow[] {
  return Array.from({ length: ROWS }, (_, ordinal) => {
    const choose = chooser(seed, dataset.id, ordinal);
    const at = now - 7200 - Math.floor(((KEPT - 20 * 86_400) * (ROWS - 1 - ordinal)) / ROWS);
    const values: Record<string, () => string> = {
      conversation_id: () => idOf('conversation', ordinal),
      channel: () => choose.oneOf('channel', ['Messenger', 'Email', 'Phone, "inbound"']),
      currently_assigned_teammate_id: () => choose.oneOf('teammate', ['Ada Berger', 'Noor Ivanova', '']),
      admin_id: () => choose.oneOf('admin', ['Ada Berger', 'Noor Ivanova']),
      admin_status: () => choose.oneOf('status', ['away', 'active']),
      first_response_time: () => String(choose.integer('response', 10, 9000)),
      conversation_rating_id: () => String(4_400_000 + ordinal),
      conversation_rating: () => choose.oneOf('rating', ['1', '3', '5', '']),
      conversation_rating_remark: () => choose.oneOf('remark', ['', 'Fine.\nThanks, "all"', 'slow']),
    };
    const textFor = ({ id, qualified_id }: ReportAttribute) =>
      qualified_id.startsWith('timestamp.') ? calendar(at) : (values[id]?.() ?? `${qualified_id} ${ordinal % 3}`);
    return { at, values: Object.fromEntries(dataset.attributes.map((each) => [each.qualified_id, textFor(each)])) };
  });
}

function calendar(time: number): string {
  return new Date(time * 1000).toISOString().replace('T', ' ').slice(0, 19);
}
