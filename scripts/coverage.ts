/** Makes docs/coverage.md: the tables of other connectors, and the streams that answer them. */
import type { IntercomStream } from '../src/streams/stream.ts';

/** The tables of Fivetran's connector. Source: https://fivetran.com/docs/connectors/applications/intercom */
const FIVETRAN = `
  admin admin_activity_log team team_admin team_admin_priority_level tag segment
  contact_history contact_company_history contact_tag_history contact_segment_history contact_subscription_history
  contact_social_profile_history contact_data_event
  company_history company_tag_history company_segment_history
  conversation_history conversation_contact_history conversation_tag_history conversation_admin_history
  conversation_topic_history conversation_ai_agent_content_source
  conversation_part_history conversation_part_attachment_history conversation_part_tag_history email_address_header
  ticket_history ticket_part_history ticket_part_attachment_history ticket_contact_history ticket_link_history
  ticket_type_history ticket_type_attribute_history ticket_state
  data_attribute data_attribute_option
  article_history collection_history help_center_history
  news_item_history news_item_label_history news_item_reaction_history newsfeed_history newsfeed_assignment
  subscription_type subscription_type_translation subscription_type_content_type
  call call_transcript receipt_response survey_answer survey_question`
  .trim()
  .split(/\s+/);

/** The streams of Airbyte's connector 0.13, by their name there. */
const AIRBYTE = `
  activity_logs admins companies company_attributes company_segments contact_attributes contacts conversation_parts
  conversations segments tags teams tickets`
  .trim()
  .split(/\s+/);

interface Peer {
  readonly name: string;
  /** How many tables it has, where a list of them is public. */
  readonly tables?: number;
  /** The streams that answer the tables which Airbyte's connector has not. */
  readonly beyond: readonly string[];
}

const PEERS: readonly Peer[] = [
  { name: 'Airbyte 0.13', tables: 13, beyond: [] },
  { name: 'Singer tap-intercom 2.2 and Stitch', tables: 11, beyond: [] },
  { name: 'Estuary', tables: 13, beyond: ['conversation_attributes'] },
  { name: 'ingestr and Bruin', tables: 10, beyond: ['articles'] },
  { name: 'TicketSwap', tables: 8, beyond: ['articles', 'article_statistics'] },
  { name: 'Nango', tables: 9, beyond: ['articles', 'collections'] },
  {
    name: 'amp-labs',
    tables: 18,
    beyond: [
      'articles',
      'collections',
      'help_centers',
      'news_items',
      'newsfeeds',
      'subscription_types',
      'ticket_types',
    ],
  },
  {
    name: 'Workato',
    tables: 18,
    beyond: ['conversation_part_email_headers', 'team_admins', 'ticket_types', 'subscription_types'],
  },
  {
    name: 'Keboola',
    beyond: [
      'contact_segments',
      'contact_social_profiles',
      'conversation_part_attachments',
      'conversation_source_attachments',
    ],
  },
];

/** The page. Throws an Error where a table is answered by no stream, or a stream names a table or a peer a stream that does not exist. */
export function coveragePage(streams: readonly IntercomStream[]): string {
  const names = new Set(streams.map(({ name }) => name));
  const unknown = streams.flatMap(({ name, fivetran = [] }) =>
    fivetran.flatMap((table) =>
      FIVETRAN.includes(table) ? [] : [`${name} names "${table}", which is no table of Fivetran`],
    ),
  );
  const absent = [...AIRBYTE, ...PEERS.flatMap(({ beyond }) => beyond)].filter((name) => !names.has(name));
  const rows = FIVETRAN.map((table) => [table, answersTo(table, streams)] as const);
  const open = rows.filter(([, answers]) => answers.length === 0).map(([table]) => table);
  const problems = [
    ...unknown,
    ...(absent.length > 0 ? [`there is no stream ${absent.join(', ')}`] : []),
    ...(open.length > 0 ? [`no stream answers ${open.join(', ')}`] : []),
  ];
  if (problems.length > 0) throw new Error(`docs/coverage.md cannot be made: ${problems.join('; ')}.`);
  return page(rows);
}

function answersTo(table: string, streams: readonly IntercomStream[]): readonly string[] {
  return streams.flatMap(({ name, fivetran = [] }) => (fivetran.includes(table) ? [name] : []));
}

const linked = (names: readonly string[]) => names.map((name) => `[${name}](streams.md#${name})`).join(', ');

function page(rows: readonly (readonly [table: string, answers: readonly string[]])[]): string {
  return [
    '# The tables of other connectors\n',
    'Made by `npm run docs` from the streams and `scripts/coverage.ts`: edit there, not here.\n',
    `## Fivetran\n\nFivetran's connector has ${rows.length} tables. Each of them has at least one stream here.\n`,
    '| table of Fivetran | streams |',
    '|---|---|',
    ...rows.map(([table, answers]) => `| ${table} | ${linked(answers)} |`),
    '\n## Others\n',
    `Airbyte's connector has ${AIRBYTE.length} streams: ${linked(AIRBYTE)}. The other connectors have the tables of that one or fewer, and some more:\n`,
    "| connector | tables | streams here for the tables that Airbyte's connector lacks |",
    '|---|---|---|',
    ...PEERS.map(({ name, tables, beyond }) => `| ${name} | ${tables ?? 'not listed'} | ${linked(beyond) || 'none'} |`),
    '',
  ].join('\n');
}
