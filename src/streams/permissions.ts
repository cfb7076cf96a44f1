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

/** Events are asked for per contact: even the answer about a contact that does not exist proves the permission. */
export const readEvents: Permission = {
  name: 'Read events',
  proof: { method: 'GET', path: '/events', query: { type: 'user', intercom_user_id: '0'.repeat(24) } },
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
};

/** Even the answer about a type that does not exist proves it. */
export const readCustomObjects: Permission = {
  name: 'Read and write custom object instances',
  proof: { method: 'GET', path: '/custom_object_instances/none', query: { per_page: 1 } },
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
