/** Turns a config that fits spec.json into the options of the client and the settings of the scans. */
import { ConfigError, type JsonObject } from '@airbyte-ts/cdk-shim';
import type { RateLimitOptions } from '../intercom/rate-limit.ts';
import { baseUrlOf } from './base-url.ts';
import type { ExportSettings, Filters, Settings } from './settings.ts';

const DAY = 24 * 60 * 60;
/** How far the search index may lag behind, with room to spare. */
const INDEX_LAG = 15 * 60;
/** Each part ends with a page that is half empty on average: parts of this size cost one call more in a hundred. */
const SPLIT_ABOVE = 20_000;

/** Longer than it takes to write the rows of a page, so that a fast server is read with few windows, which take memory. */
const PATIENCE_MS = 20;

/** An export takes seconds to hours. */
const EXPORT_PAUSE_MS = 5000;
/** Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/data-export */
const MOST_EXPORTED_ROWS = 10_000_000;

interface Opening {
  readonly token: string;
  readonly baseUrl: string;
  readonly limits: RateLimitOptions;
  /** How many calls may be under way at the same time. */
  readonly callsAtOnce: number;
  readonly settings: Settings;
}

/** Throws ConfigError where a value fits the schema and still means nothing. */
export function settingsOf(config: JsonObject, environment: NodeJS.ProcessEnv): Opening {
  const { rate_limit_share, api_rate_limit } = config;
  return {
    token: tokenOf(config),
    baseUrl: baseUrlOf(config, environment),
    limits: {
      share: number(rate_limit_share, 90) / 100,
      ...(typeof api_rate_limit === 'number' ? { callsPerMinute: api_rate_limit } : {}),
    },
    callsAtOnce: number(config.num_workers, 128),
    settings: {
      startDate: startDateOf(config),
      overlap: INDEX_LAG + number(config.lookback_window, 0) * DAY,
      splitAbove: Number(environment.INTERCOM_SPLIT_ABOVE || SPLIT_ABOVE),
      patienceMs: Number(environment.INTERCOM_PATIENCE_MS || PATIENCE_MS),
      logWindow: number(config.activity_logs_time_step, 30) * DAY,
      filters: filtersOf(config),
      exports: exportsOf(config, environment),
      contactIds: list(config.contact_ids),
      conversationIds: list(config.conversation_ids),
      noteIds: list(config.note_ids),
      workflowIds: list(config.workflow_ids),
      optionalStreams: list(config.optional_streams),
      customObjectTypes: list(config.custom_object_types),
      expand: list(config.expand),
      order: config.order === 'updated_at' ? 'updated_at' : 'created_at',
      contactCompaniesFull: config.contact_companies_full === true,
      displayAsPlaintext: config.display_as_plaintext === true,
      skipFailedConversations: config.skip_failed_conversations === true,
      emitDeletions: config.emit_deletions === true,
      preview: config.preview === true,
    },
  };
}

function exportsOf(config: JsonObject, environment: NodeJS.ProcessEnv): ExportSettings {
  const { client_id } = config;
  return {
    attribution: number(config.export_attribution_days, 30) * DAY,
    reexport: number(config.reporting_reexport_days, 7) * DAY,
    pauseMs: Number(environment.INTERCOM_EXPORT_PAUSE_MS || EXPORT_PAUSE_MS),
    mostRows: Number(environment.INTERCOM_EXPORT_MOST_ROWS || MOST_EXPORTED_ROWS),
    datasets: list(config.reporting_datasets),
    customAttributes: config.reporting_custom_attributes === true,
    clientId: typeof client_id === 'string' && client_id !== '' ? client_id : undefined,
  };
}

/** Two roles are all there are: naming both filters nothing. */
function filtersOf(config: JsonObject): Filters {
  const roles = list(config.contact_roles);
  return {
    contactRoles: roles.length > 1 ? [] : roles,
    contactEmails: list(config.contact_emails),
    companyIds: list(config.company_ids),
    segmentIds: list(config.segment_ids),
    tagIds: list(config.tag_ids),
    conversationStates: list(config.conversation_states),
    assignees: assigneesOf(config),
    eventRole: typeof config.event_type === 'string' ? config.event_type : undefined,
  };
}

function assigneesOf({ conversation_admin_type: type = 'all', admin_ids }: JsonObject): readonly number[] {
  const admins = list(admin_ids);
  if (type === 'unassigned') return [0];
  if (type !== 'specific') return [];
  if (admins.length > 0) return admins.map(Number);
  throw new ConfigError(
    'The config field "conversation_admin_type" is "specific", but "admin_ids" names nobody: list the ids of admins there, or choose "all" or "unassigned".',
  );
}

function tokenOf({ access_token }: JsonObject): string {
  const token = String(access_token).trim();
  if (token && !/[^\x21-\x7e]/.test(token)) return token;
  throw new ConfigError(
    'The config field "access_token" is empty or holds characters that no token has: copy it again.',
  );
}

function startDateOf({ start_date }: JsonObject): number {
  const startDate = Math.floor(Date.parse(String(start_date)) / 1000);
  // JavaScript reads February 31 as a day in March, so the date must be the same when it is written again.
  const exists =
    !Number.isNaN(startDate) && new Date(startDate * 1000).toISOString().startsWith(String(start_date).slice(0, 19));
  if (exists) return startDate;
  throw new ConfigError('The config field "start_date" is no date that exists: give one such as 2024-01-01T00:00:00Z.');
}

function number(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

/** The texts of a list, each once. */
function list(value: unknown): readonly string[] {
  return [...new Set(Array.isArray(value) ? value.map((item) => String(item).trim()) : [])];
}
