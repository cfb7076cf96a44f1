/** The views that stand in for Fivetran's tables: the columns that the dbt package dbt_intercom reads, made of our tables. */
import { at, type Columns, column, either, first, integerAt, same, scalar, textOf, timeAt, times } from './values.ts';

export interface View {
  /** The name of Fivetran's table. */
  readonly name: string;
  /** Our table, one row of which makes one row of the view. */
  readonly table: string;
  readonly columns: Columns;
  readonly joins?: readonly Join[];
  /** The columns of Fivetran's table that the view does not have, and why. */
  readonly lacks?: string;
}

export interface Join {
  readonly table: string;
  readonly alias?: string;
  /** A left join keeps rows without a match. */
  readonly left?: boolean;
  /** From columns of the joined table to columns that they equal. */
  readonly on: Readonly<Record<string, string>>;
}

/** A pair of two records, as the parent has it now. */
function relation(name: string, table: string, parent: string, child: string, parents: string): View {
  return {
    name,
    table,
    columns: { ...same(`${parent}_id`, `${child}_id`), ...times(`${parent}_updated_at`) },
    joins: [{ table: parents, on: { id: `${table}.${parent}_id`, updated_at: `${table}.${parent}_updated_at` } }],
  };
}

const people: readonly View[] = [
  { name: 'admin', table: 'admins', columns: same('id', 'name', 'job_title', 'email') },
  { name: 'team', table: 'teams', columns: same('id', 'name') },
  { name: 'team_admin', table: 'team_admins', columns: same('team_id', 'admin_id') },
  { name: 'tag', table: 'tags', columns: same('id', 'name') },
  {
    name: 'contact_history',
    table: 'contacts',
    columns: {
      ...same('id', 'name', 'role', 'email', 'unsubscribed_from_emails'),
      admin_id: scalar('owner_id'),
      ...times('created_at', 'updated_at', 'signed_up_at', 'last_replied_at', 'last_contacted_at'),
      ...times('last_email_opened_at', 'last_email_clicked_at'),
    },
  },
  relation('contact_company_history', 'contact_companies', 'contact', 'company', 'contacts'),
  relation('contact_tag_history', 'contact_tags', 'contact', 'tag', 'contacts'),
  {
    name: 'company_history',
    table: 'companies',
    columns: {
      ...same('id', 'company_id', 'name', 'website', 'industry', 'user_count', 'session_count', 'monthly_spend'),
      plan_id: at('plan.id'),
      plan_name: at('plan.name'),
      ...times('created_at', 'updated_at'),
    },
  },
  relation('company_tag_history', 'company_tags', 'company', 'tag', 'companies'),
];

const conversations: readonly View[] = [
  {
    name: 'conversation_history',
    table: 'conversations',
    columns: {
      ...same('id', 'state', 'read'),
      // Nobody is 0.
      assignee_id: textOf((place) => `nullif(${column('admin_assignee_id')(place)}, 0)`),
      source_type: at('source.type'),
      source_delivered_as: at('source.delivered_as'),
      source_subject: at('source.subject'),
      source_body: at('source.body'),
      source_author_id: at('source.author.id'),
      source_author_type: at('source.author.type'),
      conversation_rating_value: integerAt('conversation_rating.rating'),
      conversation_rating_remark: at('conversation_rating.remark'),
      first_contact_reply_type: at('first_contact_reply.type'),
      first_contact_reply_created_at: timeAt('first_contact_reply.created_at'),
      sla_name: at('sla_applied.sla_name'),
      sla_status: at('sla_applied.sla_status'),
      ...times('created_at', 'updated_at', 'waiting_since', 'snoozed_until'),
    },
    lacks: '`assignee_type`: Intercom no longer has it, and the package no longer uses it',
  },
  {
    name: 'conversation_part_history',
    table: 'conversation_parts',
    columns: {
      ...same('id', 'conversation_id', 'part_type', 'body'),
      author_id: at('author.id'),
      author_type: at('author.type'),
      assigned_to_id: at('assigned_to.id'),
      assigned_to_type: at('assigned_to.type'),
      ...times('created_at', 'updated_at', 'conversation_updated_at'),
    },
    // Intercom shows the 500 latest parts: an older part keeps the time at which it was last seen.
    joins: [{ table: 'conversations', on: { id: 'conversation_parts.conversation_id' } }],
  },
  relation('conversation_contact_history', 'conversation_contacts', 'conversation', 'contact', 'conversations'),
  relation('conversation_tag_history', 'conversation_tags', 'conversation', 'tag', 'conversations'),
];

const statistics = (...names: readonly string[]): Columns =>
  Object.fromEntries(names.map((name) => [`statistics_${name}`, column(name, 'article_statistics')]));

const helpCenter: readonly View[] = [
  {
    name: 'article_history',
    table: 'articles',
    columns: {
      ...same('id', 'type', 'state', 'title', 'description', 'body', 'url', 'default_locale', 'workspace_id'),
      author_id: textOf(column('author_id')),
      collection_id: first('parent_ids'),
      parent_type: (place) => `case when ${first('parent_ids')(place)} is not null then 'collection' end`,
      ...times('created_at', 'updated_at'),
      ...statistics('type', 'views', 'reactions', 'happy_reaction_percentage', 'neutral_reaction_percentage'),
      ...statistics('sad_reaction_percentage'),
      // Intercom gives this number under one of the two names.
      statistics_conversations: either(
        column('conversations', 'article_statistics'),
        column('conversions', 'article_statistics'),
      ),
    },
    joins: [{ table: 'article_statistics', left: true, on: { article_id: 'articles.id' } }],
    lacks: '`section_id`: sections became collections within collections, see `parent_id` of `collection_history`',
  },
  {
    name: 'collection_history',
    table: 'collections',
    columns: {
      ...same('id', 'parent_id', 'name', 'description', 'url', 'icon', 'order', 'default_locale', 'workspace_id'),
      type: () => "'collection'",
      // Only the uppermost of the three levels names its help center.
      help_center_id: textOf(
        either(column('help_center_id'), column('help_center_id', 'parent'), column('help_center_id', 'grandparent')),
      ),
      ...times('created_at', 'updated_at'),
    },
    joins: [
      { table: 'collections', alias: 'parent', left: true, on: { id: 'collections.parent_id' } },
      { table: 'collections', alias: 'grandparent', left: true, on: { id: 'parent.parent_id' } },
    ],
  },
  {
    name: 'help_center_history',
    table: 'help_centers',
    columns: {
      ...same('id', 'display_name', 'identifier', 'website_turned_on', 'workspace_id'),
      ...times('created_at', 'updated_at'),
    },
  },
];

export const views: readonly View[] = [...people, ...conversations, ...helpCenter];
