/** Compares the answers of a sandbox with the answers when the states were saved: states hold hashes of records. */
import { createHash } from 'node:crypto';

interface Question {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The field of the answer that holds the records. */
  readonly recordsAt: string;
  readonly body?: object;
}

const search = {
  query: { field: 'created_at', operator: '>', value: 0 },
  sort: { field: 'created_at', order: 'ascending' },
  pagination: { per_page: 150 },
};
const questions: readonly Question[] = [
  { method: 'POST', path: '/contacts/search', recordsAt: 'data', body: search },
  { method: 'POST', path: '/contacts/search?include_merge_history=true', recordsAt: 'data', body: search },
  { method: 'POST', path: '/conversations/search', recordsAt: 'conversations', body: search },
  { method: 'POST', path: '/tickets/search', recordsAt: 'tickets', body: search },
  { method: 'GET', path: '/companies/scroll', recordsAt: 'data' },
  { method: 'GET', path: '/conversations/deleted', recordsAt: 'conversations' },
  { method: 'GET', path: '/segments?include_count=true', recordsAt: 'segments' },
  { method: 'GET', path: '/admins/activity_logs?created_at_after=0', recordsAt: 'activity_logs' },
];

export type Digest = Readonly<Record<string, string>>;

/** A hash of the first records that each endpoint shows, by endpoint. */
export async function digestOf(url: string): Promise<Digest> {
  const entries = questions.map(async ({ method, path, recordsAt, body }) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        Authorization: 'Bearer sandbox-token',
        'Intercom-Version': '2.16',
        'Content-Type': 'application/json',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer = (await response.json()) as Readonly<Record<string, unknown>>;
    if (!Array.isArray(answer[recordsAt])) throw new Error(`${path} shows no ${recordsAt}: ${JSON.stringify(answer)}`);
    const hash = createHash('sha1').update(JSON.stringify(answer[recordsAt])).digest('base64url');
    return [`${method} ${path}`, hash] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
