/** The permissions that streams need, by the names of Intercom's Developer Hub, each with the cheapest call that proves it. */
import type { Call } from '../intercom/call.ts';

export interface Permission {
  readonly name: string;
  /** Undefined where every token may. */
  readonly proof?: Call;
  /** Whether the proof asks about a record that does not exist, so that 404 is a good answer. */
  readonly asksForNothing?: true;
  /** Whether plans or regions may lack what it permits: discover proves it, and leaves its streams out where it is lacking. */
  readonly limited?: true;
  /** What happens to other streams where the permission is missing, in a clause. */
  readonly withoutIt?: string;
}

/** What every token may read. */
export const noPermission: Permission = { name: 'none' };

const onlyOne = { pagination: { per_page: 1 }, query: { field: 'updated_at', operator: '>', value: 0 } };

export const readAdmins: Permission = {
  name: 'Read admins',
  proof: { method: 'GET', path: '/admins' },
};

export const readActivityLogs: Permission = {
  name: 'Read admin activity logs',
  proof: {
    method: 'POST',
    path: '/admins/activity_logs/search',
    body: { created_at_after: 0, created_at_before: 1, per_page: 1 },
  },
};

export const readTags: Permission = {
  name: 'Read tags',
  proof: { method: 'GET', path: '/tags' },
};

/** Companies need the same permission as contacts, and a scroll to prove it would block other programs. */
export const readUsersAndCompanies: Permission = {
  name: 'Read and list users and companies',
  proof: { method: 'POST', path: '/contacts/search', body: onlyOne },
};

export const readConversations: Permission = {
  name: 'Read conversations',
  proof: { method: 'POST', path: '/conversations/search', body: onlyOne },
};

export const readTickets: Permission = {
  name: 'Read tickets',
  withoutIt:
    'Intercom may leave conversations that are tickets out of every stream about conversations, which need a reset once it is granted',
  proof: { method: 'POST', path: '/tickets/search', body: onlyOne },
};

/** Even the answer about a job that does not exist proves the permission. */
export const exportContentData: Permission = {
  name: 'Export content data',
  proof: { method: 'GET', path: '/export/content/data/none' },
};

export const readReportingDatasets: Permission = {
  name: 'Read reporting datasets',
  proof: { method: 'GET', path: '/export/reporting_data/get_datasets' },
};

const NO_JOB = { app_id: 'none', client_id: 'none', job_identifier: 'none' };

export const exportReportingData: Permission = {
  name: 'Export reporting data',
  proof: { method: 'GET', path: '/export/reporting_data/none', query: NO_JOB },
};

/** Events are asked for per contact: even the answer about a contact that does not exist proves the permission. */
export const readEvents: Permission = {
  name: 'Read events',
  proof: { method: 'GET', path: '/events', query: { type: 'user', intercom_user_id: '0'.repeat(24) } },
  asksForNothing: true,
};

/** Metrics are asked for per team: even the answer about a team that does not exist proves the permission. */
export const readTeamMetrics: Permission = {
  name: 'Read admins',
  proof: { method: 'GET', path: '/teams/0/metrics' },
  asksForNothing: true,
  limited: true,
};

export const readOfficeHours: Permission = {
  name: 'Read and write office hours',
  proof: { method: 'GET', path: '/office_hours_schedules' },
  limited: true,
};

export const readBrands: Permission = {
  name: 'Read brands (a guess: Intercom documents no name)',
  proof: { method: 'GET', path: '/brands' },
};

export const readEmails: Permission = {
  name: 'Read e-mail settings (a guess: Intercom documents no name)',
  proof: { method: 'GET', path: '/emails' },
};

/** The documentation names it only for the webhooks of calls. */
export const readCalls: Permission = {
  name: 'Read conversations',
  proof: { method: 'GET', path: '/calls', query: { per_page: 1 } },
};

export const readArticles: Permission = {
  name: 'Read and list articles',
  proof: { method: 'GET', path: '/articles', query: { per_page: 1 } },
};

/** Redirects are asked for per help center: even the answer about one that does not exist proves the permission. */
export const readRedirects: Permission = {
  name: 'Read help center redirects',
  proof: { method: 'GET', path: '/help_center/help_centers/0/redirects' },
  asksForNothing: true,
};

export const readNews: Permission = {
  name: 'Read and list news items and newsfeeds',
  proof: { method: 'GET', path: '/news/newsfeeds', query: { per_page: 1 } },
};

/** The name is inferred: articles of help centers have it. */
export const readInternalArticles: Permission = {
  name: 'Read and list articles',
  proof: { method: 'GET', path: '/internal_articles', query: { per_page: 1 } },
};

export const readContent: Permission = {
  name: 'Read content',
  proof: { method: 'GET', path: '/content/search', query: { per_page: 1 } },
};

export const readContentSnippets: Permission = {
  name: 'Read content snippets',
  proof: { method: 'GET', path: '/content_snippets', query: { per_page: 1 } },
};

export const readAudiences: Permission = {
  name: 'Read audiences',
  proof: { method: 'GET', path: '/audiences', query: { per_page: 1 } },
};

export const readDataConnectors: Permission = {
  name: 'Read data connectors',
  proof: { method: 'GET', path: '/data_connectors', query: { per_page: 1 } },
};

/** The name is a guess, since none is documented. Workflows are in no list: 404 for one that does not exist proves it. */
export const readWorkflows: Permission = {
  name: 'Read workflows',
  proof: { method: 'GET', path: '/export/workflows/0' },
  asksForNothing: true,
  limited: true,
};

/** Even the answer about a type that does not exist proves it. */
export const readCustomObjects: Permission = {
  name: 'Read and write custom object instances',
  proof: { method: 'GET', path: '/custom_object_instances/none', query: { per_page: 1 } },
  asksForNothing: true,
};

/** The token may read contacts, and the Preview of the API answers. */
export const readContactActivities: Permission = {
  name: 'Read and list users and companies',
  proof: { method: 'GET', path: '/contacts/activities', query: { per_page: 1 }, version: 'Preview' },
};

/** The name is inferred: folders hold content. */
export const readFolders: Permission = {
  name: 'Read content',
  proof: { method: 'GET', path: '/folders', query: { per_page: 1 }, version: 'Preview' },
};
