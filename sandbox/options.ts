/** The options of a sandbox: its size, clock, limits and faults, and its reading of each undocumented point. */

import type { ArchiveFormat } from './archive/archive.ts';
import type { OAuthApp } from './oauth.ts';
import { type CountOptions, defaultCounts } from './resources/index.ts';
import type { ScenarioName } from './scenarios.ts';

export interface SandboxOptions extends CountOptions {
  /** TCP port on 127.0.0.1; 0 takes any free one. */
  readonly port: number;
  /** The workspace is a pure function of the seed, the counts, the zone and `now`. */
  readonly seed: number;
  /** Calls granted per window. Intercom spreads 10,000 a minute over windows of 10 seconds. */
  readonly rateLimit: number;
  /** Seconds of a rate-limit window. */
  readonly rateWindow: number;
  /** Milliseconds added before every answer of the API. */
  readonly latency: number;
  /** IANA zone of the workspace: `/me` shows it, and contact search matches by its calendar days. */
  readonly timezone: string;
  /** ISO 8601 instant at which the sandbox's clock starts: the history ends there, then the clock runs in real time. */
  readonly now: string;
  /** The one access token that is accepted. */
  readonly token: string;
  /** The apps that may ask for consent through OAuth, which then get this token. */
  readonly apps: readonly OAuthApp[];
  /** Whether the browser may be sent back to any address, or only by HTTPS as the documentation says. */
  readonly redirects: 'any' | 'https';
  /** Where `/me` says that the workspace is hosted. */
  readonly region: 'US' | 'EU' | 'AU';
  /** OAuth scopes the token holds. */
  readonly scopes: 'all' | readonly string[];
  /** Whether a call without its scope is answered 401 `token_unauthorized` (seen live) in place of 403 `forbidden`. */
  readonly scope401: boolean;
  /** Families of endpoints, by the first segments of their paths, that the workspace's plan does not include. */
  readonly planLacks: readonly string[];
  /** The same for the workspace's region, where they do not exist. */
  readonly regionLacks: readonly string[];
  /** Scenarios of random faults. */
  readonly faults: readonly ScenarioName[];
  /** The share of calls that begin to fail, 0 to 1, in scenarios without a share of their own. */
  readonly faultRate: number;
  /** Random changes a second, in real time, as long as the sandbox runs. */
  readonly live: number;
  /** Seconds before the search index sees a change. */
  readonly indexLag: number;
  /** `starting_after` holds the sort value and id of the last item, or the number of items passed. */
  readonly cursor: 'value' | 'offset';
  /** Whether records have the shapes seen live, or those of the OpenAPI file where these differ. */
  readonly shapes: 'live' | 'documented';
  /** Whether some texts and attributes are as odd as in real workspaces. */
  readonly text: 'hostile' | 'plain';
  /** Whether a company in the live shape has its notes; older scrolls leave them out. */
  readonly companyNotes: 'present' | 'absent';
  /** Lists besides searches that are paged by `starting_after`: the contacts of a company (as seen live), all, or none. */
  readonly cursorLists: 'company-contacts' | 'all' | 'none';
  /** Whether lists that Intercom gives whole, such as tags, come in pages of 50. */
  readonly pagedLists: boolean;
  /** Whether search sorts by the requested `sort`, or by the other time in the other direction. */
  readonly sort: 'heeded' | 'ignored';
  /** Whether `>` and `<` on times and integers of conversations and tickets include the value itself. */
  readonly greaterThan: 'strict' | 'inclusive';
  /** Whether search shows a record as the index knows it, or as it is now. */
  readonly searchBodies: 'index' | 'live';
  /** Contact search matches by calendar days of the workspace's zone (as documented) or of UTC. */
  readonly contactDays: 'zone' | 'utc';
  /** Whether a company carries its tags, segments and notes, or leaves these lists empty as Intercom's examples do. */
  readonly companyLists: 'full' | 'empty';
  /** The key under which a contact's companies are listed: the key of the documentation's example, or of its schema. */
  readonly contactCompaniesKey: 'data' | 'companies';
  /** Whether a contact shows its choices about subscriptions (seen live), or leaves both lists out, as its schema does. */
  readonly contactSubscriptions: 'shown' | 'absent';
  /** Whether a contact shows all contacts that were merged into it, or the latest ten. */
  readonly mergeHistory: 'whole' | 'cut';
  /** Whether an attribute of a contact or conversation lists custom objects in an object that names their type, or by themselves. */
  readonly customObjects: 'enveloped' | 'bare';
  /** The key under which a type of tickets lists its attributes: the key of examples and live answers, or of the schema. */
  readonly ticketTypeAttributesKey: 'data' | 'ticket_type_attributes';
  /** Whether `total_count` of parts is the true number, or at most the 500 that are shown. */
  readonly partsTotal: 'true' | 'capped';
  /** Whether ticket search matches a state by its category or by its internal label. */
  readonly ticketSearchState: 'category' | 'label';
  /** Whether conversation search honours `display_as` in its URL, which is documented for a single conversation only. */
  readonly searchDisplayAs: 'honoured' | 'ignored';
  /** Whether an activity of a contact has its kind and the contact's id at the top, or a contact inside and a time as text. */
  readonly contactActivities: 'flat' | 'nested';
  /** The order of deleted conversations when the call names none: latest first, or latest last. */
  readonly deletedOrder: 'desc' | 'asc';
  /** Whether the times of calls are epoch seconds or text. */
  readonly callTimes: 'epoch' | 'iso';
  /** Whether the transcript of a single call is text (as documented), or the list of its entries. */
  readonly transcripts: 'text' | 'entries';
  /** Whether the list of articles shows drafts, or only what is published. */
  readonly articleList: 'all' | 'published';
  /** Seconds of idleness after which a scroll over companies expires. */
  readonly scrollExpiry: number;
  /** How many messages were sent to contacts; they never change, and are seen in exports only. */
  readonly receipts: number;
  /** The format of an export's file; gzip and csv hold one file only. */
  readonly exportFormat: ArchiveFormat;
  /** How an export job that is done names its status. */
  readonly exportDone: 'completed' | 'complete';
  /** How an export job names its id. */
  readonly exportId: 'job_identifier' | 'job_identfier';
  /** Whether times in the files of a content export are numbers (documented) or texts (seen). */
  readonly exportTimes: 'integer' | 'text';
  /** Seconds that an export job takes. */
  readonly exportLatency: number;
  /** Seconds from the start in which an export job of another program runs. */
  readonly exportBusy: number;
  /** Rows after which Intercom cuts a file of a content export without a word. */
  readonly exportMost: number;
  /** Whether the header of a reporting export has the short names of attributes or the qualified ones. */
  readonly reportingHeader: 'short' | 'qualified';
  /** Whether a look at a reporting job must name the app's client id. */
  readonly reportingClientId: 'ignored' | 'required';
  /** Whether tagging a record moves its `updated_at`. */
  readonly taggingTouches: boolean;
  /** Whether creating or deleting a contact moves the `updated_at` of its companies. */
  readonly membershipTouches: boolean;
  /** Whether a note moves the `updated_at` of its contact or company, and a data event that of its contact. */
  readonly notesTouch: boolean;
  readonly eventsTouch: boolean;
  /** Whether scoring the quality of a conversation moves its `updated_at`. */
  readonly scoresTouch: boolean;
  /** Whether a token without `read_tickets` finds conversations that are tickets. */
  readonly ticketConversations: 'hidden' | 'shown';
}

/** A small workspace with Intercom's own limits. */
export const defaultOptions: SandboxOptions = {
  port: 0,
  seed: 1,
  ...defaultCounts,
  rateLimit: 1667,
  rateWindow: 10,
  latency: 0,
  timezone: 'America/New_York',
  now: '2026-06-01T12:00:00Z',
  token: 'sandbox-token',
  apps: [{ id: 'sandbox-client', secret: 'sandbox-secret', name: 'Sandbox app' }],
  redirects: 'any',
  region: 'US',
  scopes: 'all',
  scope401: false,
  planLacks: [],
  regionLacks: [],
  faults: [],
  faultRate: 0.05,
  live: 0,
  indexLag: 0,
  cursor: 'value',
  sort: 'heeded',
  shapes: 'live',
  text: 'hostile',
  companyNotes: 'present',
  cursorLists: 'company-contacts',
  pagedLists: false,
  greaterThan: 'strict',
  searchBodies: 'index',
  contactDays: 'zone',
  companyLists: 'full',
  contactCompaniesKey: 'data',
  contactSubscriptions: 'shown',
  mergeHistory: 'whole',
  customObjects: 'enveloped',
  ticketTypeAttributesKey: 'data',
  partsTotal: 'true',
  ticketSearchState: 'category',
  searchDisplayAs: 'honoured',
  contactActivities: 'flat',
  deletedOrder: 'desc',
  callTimes: 'epoch',
  transcripts: 'text',
  articleList: 'all',
  receipts: 240,
  exportFormat: 'zip',
  exportDone: 'completed',
  exportId: 'job_identifier',
  exportTimes: 'integer',
  exportLatency: 0,
  exportBusy: 0,
  exportMost: 10_000_000,
  reportingHeader: 'short',
  reportingClientId: 'ignored',
  scrollExpiry: 60,
  taggingTouches: true,
  membershipTouches: true,
  notesTouch: true,
  eventsTouch: true,
  scoresTouch: true,
  ticketConversations: 'hidden',
};
