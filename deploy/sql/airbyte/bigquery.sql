-- Views with the names and columns of Fivetran's tables, over the tables of an Airbyte destination or PyAirbyte.
-- Made by `npm run views`. How to use them: docs/migrating.md.
create schema if not exists fivetran_intercom;

create or replace view fivetran_intercom.admin as
select
  admins.id,
  admins.name,
  admins.job_title,
  admins.email,
  admins._airbyte_extracted_at as _fivetran_synced
from intercom.admins;

create or replace view fivetran_intercom.team as
select
  teams.id,
  teams.name,
  teams._airbyte_extracted_at as _fivetran_synced
from intercom.teams;

create or replace view fivetran_intercom.team_admin as
select
  team_admins.team_id,
  team_admins.admin_id,
  team_admins._airbyte_extracted_at as _fivetran_synced
from intercom.team_admins;

create or replace view fivetran_intercom.tag as
select
  tags.id,
  tags.name,
  tags._airbyte_extracted_at as _fivetran_synced
from intercom.tags;

create or replace view fivetran_intercom.contact_history as
select
  contacts.id,
  contacts.name,
  contacts.role,
  contacts.email,
  contacts.unsubscribed_from_emails,
  json_value(to_json(contacts.owner_id)) as admin_id,
  timestamp_seconds(contacts.created_at) as created_at,
  timestamp_seconds(contacts.updated_at) as updated_at,
  timestamp_seconds(contacts.signed_up_at) as signed_up_at,
  timestamp_seconds(contacts.last_replied_at) as last_replied_at,
  timestamp_seconds(contacts.last_contacted_at) as last_contacted_at,
  timestamp_seconds(contacts.last_email_opened_at) as last_email_opened_at,
  timestamp_seconds(contacts.last_email_clicked_at) as last_email_clicked_at,
  contacts._airbyte_extracted_at as _fivetran_synced
from intercom.contacts
where contacts._ab_cdc_deleted_at is null;

create or replace view fivetran_intercom.contact_company_history as
select
  contact_companies.contact_id,
  contact_companies.company_id,
  timestamp_seconds(contact_companies.contact_updated_at) as contact_updated_at,
  contact_companies._airbyte_extracted_at as _fivetran_synced
from intercom.contact_companies
join intercom.contacts
  on contacts.id = contact_companies.contact_id
  and contacts.updated_at = contact_companies.contact_updated_at
  and contacts._ab_cdc_deleted_at is null;

create or replace view fivetran_intercom.contact_tag_history as
select
  contact_tags.contact_id,
  contact_tags.tag_id,
  timestamp_seconds(contact_tags.contact_updated_at) as contact_updated_at,
  contact_tags._airbyte_extracted_at as _fivetran_synced
from intercom.contact_tags
join intercom.contacts
  on contacts.id = contact_tags.contact_id
  and contacts.updated_at = contact_tags.contact_updated_at
  and contacts._ab_cdc_deleted_at is null;

create or replace view fivetran_intercom.company_history as
select
  companies.id,
  companies.company_id,
  companies.name,
  companies.website,
  companies.industry,
  companies.user_count,
  companies.session_count,
  companies.monthly_spend,
  json_value(companies.plan, '$.id') as plan_id,
  json_value(companies.plan, '$.name') as plan_name,
  timestamp_seconds(companies.created_at) as created_at,
  timestamp_seconds(companies.updated_at) as updated_at,
  companies._airbyte_extracted_at as _fivetran_synced
from intercom.companies
where companies._ab_cdc_deleted_at is null;

create or replace view fivetran_intercom.company_tag_history as
select
  company_tags.company_id,
  company_tags.tag_id,
  timestamp_seconds(company_tags.company_updated_at) as company_updated_at,
  company_tags._airbyte_extracted_at as _fivetran_synced
from intercom.company_tags
join intercom.companies
  on companies.id = company_tags.company_id
  and companies.updated_at = company_tags.company_updated_at
  and companies._ab_cdc_deleted_at is null;

create or replace view fivetran_intercom.conversation_history as
select
  conversations.id,
  conversations.state,
  conversations.read,
  cast(nullif(conversations.admin_assignee_id, 0) as string) as assignee_id,
  json_value(conversations.source, '$.type') as source_type,
  json_value(conversations.source, '$.delivered_as') as source_delivered_as,
  json_value(conversations.source, '$.subject') as source_subject,
  json_value(conversations.source, '$.body') as source_body,
  json_value(conversations.source, '$.author.id') as source_author_id,
  json_value(conversations.source, '$.author.type') as source_author_type,
  cast(json_value(conversations.conversation_rating, '$.rating') as int64) as conversation_rating_value,
  json_value(conversations.conversation_rating, '$.remark') as conversation_rating_remark,
  json_value(conversations.first_contact_reply, '$.type') as first_contact_reply_type,
  timestamp_seconds(cast(json_value(conversations.first_contact_reply, '$.created_at') as int64)) as first_contact_reply_created_at,
  json_value(conversations.sla_applied, '$.sla_name') as sla_name,
  json_value(conversations.sla_applied, '$.sla_status') as sla_status,
  timestamp_seconds(conversations.created_at) as created_at,
  timestamp_seconds(conversations.updated_at) as updated_at,
  timestamp_seconds(conversations.waiting_since) as waiting_since,
  timestamp_seconds(conversations.snoozed_until) as snoozed_until,
  conversations._airbyte_extracted_at as _fivetran_synced
from intercom.conversations
where conversations._ab_cdc_deleted_at is null;

create or replace view fivetran_intercom.conversation_part_history as
select
  conversation_parts.id,
  conversation_parts.conversation_id,
  conversation_parts.part_type,
  conversation_parts.body,
  json_value(conversation_parts.author, '$.id') as author_id,
  json_value(conversation_parts.author, '$.type') as author_type,
  json_value(conversation_parts.assigned_to, '$.id') as assigned_to_id,
  json_value(conversation_parts.assigned_to, '$.type') as assigned_to_type,
  timestamp_seconds(conversation_parts.created_at) as created_at,
  timestamp_seconds(conversation_parts.updated_at) as updated_at,
  timestamp_seconds(conversation_parts.conversation_updated_at) as conversation_updated_at,
  conversation_parts._airbyte_extracted_at as _fivetran_synced
from intercom.conversation_parts
join intercom.conversations
  on conversations.id = conversation_parts.conversation_id
  and conversations._ab_cdc_deleted_at is null;

create or replace view fivetran_intercom.conversation_contact_history as
select
  conversation_contacts.conversation_id,
  conversation_contacts.contact_id,
  timestamp_seconds(conversation_contacts.conversation_updated_at) as conversation_updated_at,
  conversation_contacts._airbyte_extracted_at as _fivetran_synced
from intercom.conversation_contacts
join intercom.conversations
  on conversations.id = conversation_contacts.conversation_id
  and conversations.updated_at = conversation_contacts.conversation_updated_at
  and conversations._ab_cdc_deleted_at is null;

create or replace view fivetran_intercom.conversation_tag_history as
select
  conversation_tags.conversation_id,
  conversation_tags.tag_id,
  timestamp_seconds(conversation_tags.conversation_updated_at) as conversation_updated_at,
  conversation_tags._airbyte_extracted_at as _fivetran_synced
from intercom.conversation_tags
join intercom.conversations
  on conversations.id = conversation_tags.conversation_id
  and conversations.updated_at = conversation_tags.conversation_updated_at
  and conversations._ab_cdc_deleted_at is null;

create or replace view fivetran_intercom.article_history as
select
  articles.id,
  articles.type,
  articles.state,
  articles.title,
  articles.description,
  articles.body,
  articles.url,
  articles.default_locale,
  articles.workspace_id,
  cast(articles.author_id as string) as author_id,
  json_value(articles.parent_ids, '$[0]') as collection_id,
  case when json_value(articles.parent_ids, '$[0]') is not null then 'collection' end as parent_type,
  timestamp_seconds(articles.created_at) as created_at,
  timestamp_seconds(articles.updated_at) as updated_at,
  article_statistics.type as statistics_type,
  article_statistics.views as statistics_views,
  article_statistics.reactions as statistics_reactions,
  article_statistics.happy_reaction_percentage as statistics_happy_reaction_percentage,
  article_statistics.neutral_reaction_percentage as statistics_neutral_reaction_percentage,
  article_statistics.sad_reaction_percentage as statistics_sad_reaction_percentage,
  coalesce(article_statistics.conversations, article_statistics.conversions) as statistics_conversations,
  articles._airbyte_extracted_at as _fivetran_synced
from intercom.articles
left join intercom.article_statistics
  on article_statistics.article_id = articles.id;

create or replace view fivetran_intercom.collection_history as
select
  collections.id,
  collections.parent_id,
  collections.name,
  collections.description,
  collections.url,
  collections.icon,
  collections.`order`,
  collections.default_locale,
  collections.workspace_id,
  'collection' as type,
  cast(coalesce(collections.help_center_id, parent.help_center_id, grandparent.help_center_id) as string) as help_center_id,
  timestamp_seconds(collections.created_at) as created_at,
  timestamp_seconds(collections.updated_at) as updated_at,
  collections._airbyte_extracted_at as _fivetran_synced
from intercom.collections
left join intercom.collections as parent
  on parent.id = collections.parent_id
left join intercom.collections as grandparent
  on grandparent.id = parent.parent_id;

create or replace view fivetran_intercom.help_center_history as
select
  help_centers.id,
  help_centers.display_name,
  help_centers.identifier,
  help_centers.website_turned_on,
  help_centers.workspace_id,
  timestamp_seconds(help_centers.created_at) as created_at,
  timestamp_seconds(help_centers.updated_at) as updated_at,
  help_centers._airbyte_extracted_at as _fivetran_synced
from intercom.help_centers;
