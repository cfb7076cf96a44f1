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
  cast(contacts.owner_id as varchar) as admin_id,
  to_timestamp_ntz(contacts.created_at) as created_at,
  to_timestamp_ntz(contacts.updated_at) as updated_at,
  to_timestamp_ntz(contacts.signed_up_at) as signed_up_at,
  to_timestamp_ntz(contacts.last_replied_at) as last_replied_at,
  to_timestamp_ntz(contacts.last_contacted_at) as last_contacted_at,
  to_timestamp_ntz(contacts.last_email_opened_at) as last_email_opened_at,
  to_timestamp_ntz(contacts.last_email_clicked_at) as last_email_clicked_at,
  contacts._airbyte_extracted_at as _fivetran_synced
from intercom.contacts
where contacts._ab_cdc_deleted_at is null;

create or replace view fivetran_intercom.contact_company_history as
select
  contact_companies.contact_id,
  contact_companies.company_id,
  to_timestamp_ntz(contact_companies.contact_updated_at) as contact_updated_at,
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
  to_timestamp_ntz(contact_tags.contact_updated_at) as contact_updated_at,
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
  cast(companies.plan:id as varchar) as plan_id,
  cast(companies.plan:name as varchar) as plan_name,
  to_timestamp_ntz(companies.created_at) as created_at,
  to_timestamp_ntz(companies.updated_at) as updated_at,
  companies._airbyte_extracted_at as _fivetran_synced
from intercom.companies
where companies._ab_cdc_deleted_at is null;

create or replace view fivetran_intercom.company_tag_history as
select
  company_tags.company_id,
  company_tags.tag_id,
  to_timestamp_ntz(company_tags.company_updated_at) as company_updated_at,
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
  cast(nullif(conversations.admin_assignee_id, 0) as varchar) as assignee_id,
  cast(conversations.source:type as varchar) as source_type,
  cast(conversations.source:delivered_as as varchar) as source_delivered_as,
  cast(conversations.source:subject as varchar) as source_subject,
  cast(conversations.source:body as varchar) as source_body,
  cast(conversations.source:author.id as varchar) as source_author_id,
  cast(conversations.source:author.type as varchar) as source_author_type,
  cast(cast(conversations.conversation_rating:rating as varchar) as integer) as conversation_rating_value,
  cast(conversations.conversation_rating:remark as varchar) as conversation_rating_remark,
  cast(conversations.first_contact_reply:type as varchar) as first_contact_reply_type,
  to_timestamp_ntz(cast(cast(conversations.first_contact_reply:created_at as varchar) as integer)) as first_contact_reply_created_at,
  cast(conversations.sla_applied:sla_name as varchar) as sla_name,
  cast(conversations.sla_applied:sla_status as varchar) as sla_status,
  to_timestamp_ntz(conversations.created_at) as created_at,
  to_timestamp_ntz(conversations.updated_at) as updated_at,
  to_timestamp_ntz(conversations.waiting_since) as waiting_since,
  to_timestamp_ntz(conversations.snoozed_until) as snoozed_until,
  conversations._airbyte_extracted_at as _fivetran_synced
from intercom.conversations
where conversations._ab_cdc_deleted_at is null;

create or replace view fivetran_intercom.conversation_part_history as
select
  conversation_parts.id,
  conversation_parts.conversation_id,
  conversation_parts.part_type,
  conversation_parts.body,
  cast(conversation_parts.author:id as varchar) as author_id,
  cast(conversation_parts.author:type as varchar) as author_type,
  cast(conversation_parts.assigned_to:id as varchar) as assigned_to_id,
  cast(conversation_parts.assigned_to:type as varchar) as assigned_to_type,
  to_timestamp_ntz(conversation_parts.created_at) as created_at,
  to_timestamp_ntz(conversation_parts.updated_at) as updated_at,
  to_timestamp_ntz(conversation_parts.conversation_updated_at) as conversation_updated_at,
  conversation_parts._airbyte_extracted_at as _fivetran_synced
from intercom.conversation_parts
join intercom.conversations
  on conversations.id = conversation_parts.conversation_id
  and conversations._ab_cdc_deleted_at is null;

create or replace view fivetran_intercom.conversation_contact_history as
select
  conversation_contacts.conversation_id,
  conversation_contacts.contact_id,
  to_timestamp_ntz(conversation_contacts.conversation_updated_at) as conversation_updated_at,
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
  to_timestamp_ntz(conversation_tags.conversation_updated_at) as conversation_updated_at,
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
  cast(articles.author_id as varchar) as author_id,
  cast(articles.parent_ids[0] as varchar) as collection_id,
  case when cast(articles.parent_ids[0] as varchar) is not null then 'collection' end as parent_type,
  to_timestamp_ntz(articles.created_at) as created_at,
  to_timestamp_ntz(articles.updated_at) as updated_at,
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
  collections."ORDER",
  collections.default_locale,
  collections.workspace_id,
  'collection' as type,
  cast(coalesce(collections.help_center_id, parent.help_center_id, grandparent.help_center_id) as varchar) as help_center_id,
  to_timestamp_ntz(collections.created_at) as created_at,
  to_timestamp_ntz(collections.updated_at) as updated_at,
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
  to_timestamp_ntz(help_centers.created_at) as created_at,
  to_timestamp_ntz(help_centers.updated_at) as updated_at,
  help_centers._airbyte_extracted_at as _fivetran_synced
from intercom.help_centers;
