/** Records in the shapes that live workspaces were seen to give, where Intercom's OpenAPI file differs. */
import type { SandboxOptions } from '../options.ts';
import type { Body } from './bodies.ts';

/** How many of its notes a company shows. */
const NOTES_SHOWN = 10;

/** Notes are counted, and some are shown; an older scroll leaves them out. */
export function liveCompany({ companyNotes, companyLists }: SandboxOptions, { notes, ...body }: Body): Body {
  if (companyNotes === 'absent') return body;
  const all = (notes as Body | null)?.notes as readonly Body[];
  const data = companyLists === 'empty' ? [] : all.slice(0, NOTES_SHOWN);
  const url = `/companies/${String(body.id)}/notes`;
  const list = { type: 'note.list', data, url, total_count: all.length, has_more: all.length > data.length };
  return { ...body, notes: list };
}

/** A lead's picture may be a URL alone, and the count of tags may be higher than the length of the list. */
export function liveContact(_: SandboxOptions, body: Body): Body {
  const number = Number.parseInt(String(body.id).slice(-3), 16);
  const avatar = body.role === 'lead' && number % 4 === 0 ? `https://pictures.example.com/${number}.png` : body.avatar;
  const { total_count, ...list } = body.tags as Body;
  const isMiscounted = number % 128 === 5 && list.has_more === false;
  return { ...body, avatar, tags: { ...list, total_count: isMiscounted ? Number(total_count) + 3 : total_count } };
}

/** Teammates are under `admins`, and some conversations have no first message. */
export function liveConversation(_: SandboxOptions, body: Body): Body {
  const {
    teammates,
    topics,
    statistics,
    conversation_parts: parts,
  } = body as Readonly<Record<string, Body | null | undefined>>;
  const closer = statistics?.last_closed_by_id;
  const list = (parts?.conversation_parts ?? []) as readonly Body[];
  return {
    ...body,
    topics: { type: 'topic.list', topics: [], total_count: 0, ...topics },
    ...(teammates ? { teammates: { type: teammates.type, admins: teammates.teammates } } : {}),
    ...(statistics && closer ? { statistics: { ...statistics, last_closed_by_id: Number(closer) } } : {}),
    // Some conversations have no first message to show.
    ...(Number(body.id) % 89 === 7 ? { source: null } : {}),
    ...(parts ? { conversation_parts: { ...parts, conversation_parts: list.map(livePart) } } : {}),
  };
}

function livePart(part: Body): Body {
  return { ...part, assigned_to: null, translations: null };
}
