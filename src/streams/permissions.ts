/** The permissions that streams need, by the names of Intercom's Developer Hub, each with the cheapest call that proves it. */
import type { Call } from '../intercom/call.ts';

export interface Permission {
  readonly name: string;
  readonly proof: Call;
}

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
};
