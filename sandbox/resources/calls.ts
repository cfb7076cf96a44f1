/** Phone calls: listed in pages, and with their transcripts by conversation or one by one. */
import { call, callIds, transcript } from '../data/call.ts';
import { childRows } from '../define/child-rows.ts';
import type { Collection } from '../define/collection.ts';
import { ApiError, notFound } from '../errors.ts';
import type { SandboxOptions } from '../options.ts';
import { pageOf, positiveNumber } from '../pages.ts';
import type { Call, Route } from '../routes/route.ts';
import { allBodies, type Body, listedBody } from '../workspace/bodies.ts';
import { existing, known, type Workspace } from '../workspace/workspace.ts';

export const calls: Collection = { ids: callIds, count: 90, generate: call, routes: callRoutes };

const access = { scope: 'read_conversations', since: '2.14' };

function callRoutes(workspace: Workspace): readonly Route[] {
  const { transcripts } = workspace.options;
  return [
    { ...access, method: 'GET', path: '/calls', handle: (asked) => page(workspace, asked) },
    { ...access, method: 'POST', path: '/calls/search', handle: (asked) => found(workspace, asked) },
    {
      ...access,
      method: 'GET',
      path: '/calls/{id}/transcript',
      ...(transcripts === 'text' ? { answers: 'text' as const } : {}),
      handle: (asked) => transcriptAlone(workspace, asked),
    },
  ];
}

/** Newest first; the order is undocumented. The last page names no next one, and neither do the others. */
function page(workspace: Workspace, { url }: Call): Body {
  const bodies = allBodies(workspace, 'calls').toReversed();
  const number = positiveNumber(url.searchParams.get('page'), 'page', 1);
  const perPage = positiveNumber(url.searchParams.get('per_page'), 'per_page', 25, 25);
  const pages = { type: 'pages', page: number, per_page: perPage, total_pages: Math.ceil(bodies.length / perPage) };
  const data = pageOf(bodies, number, perPage).map((body) => timed(workspace.options, body));
  return { type: 'list', data, total_count: bodies.length, pages };
}

function found(workspace: Workspace, { body }: Call): Body {
  const ids = (body as Body | undefined)?.conversation_ids;
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > 20) {
    throw new ApiError(400, 'conversation_id_limit_exceeded', 'A list of up to 20 conversation IDs is required');
  }
  const { live } = workspace.stores.calls;
  const data = Array.from(existing(workspace, 'calls'), (ordinal) => {
    const { status, entries } = transcript(workspace.world, ordinal);
    const listed = timed(workspace.options, listedBody(workspace, 'calls', live, ordinal));
    return { ...listed, transcript: entries.length > 0 ? entries : [{}], transcript_status: status };
  });
  return { type: 'list', data: data.filter(({ conversation_id }: Body) => ids.includes(conversation_id)) };
}

function transcriptAlone(workspace: Workspace, { params }: Call): unknown {
  const { status, entries } = transcript(workspace.world, known(workspace, 'calls', params.id));
  if (status !== 'completed') throw notFound('Not Found');
  return workspace.options.transcripts === 'text' ? entries.map(line).join('\n') : entries;
}

function line({ speaker_label, content, start_time }: Body): string {
  const seconds = String(start_time).padStart(2, '0');
  return `[00:00:${seconds}] ${speaker_label}: "${content}"`;
}

/** Times as numbers or as text, which both are documented. */
function timed({ callTimes }: SandboxOptions, body: Body): Body {
  if (callTimes === 'epoch') return body;
  const inText = ([field, value]: [string, unknown]) =>
    field.endsWith('_at') && typeof value === 'number'
      ? [field, new Date(value * 1000 + 250).toISOString()]
      : [field, value];
  return Object.fromEntries(Object.entries(body).map(inText));
}

export const callTranscripts = childRows({
  stream: 'call_transcripts',
  of: 'calls',
  parent: 'call',
  key: ['position'],
  rows: ({ conversation_id }, { world, options }, ordinal) => {
    const { entries } = transcript(world, ordinal);
    const isText = conversation_id === null && options.transcripts === 'text';
    return entries.map((entry, position) => ({ ...(isText ? { content: line(entry) } : entry), position }));
  },
});
