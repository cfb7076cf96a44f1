/** Records as live workspaces have been seen to answer with them, where Intercom's OpenAPI file says otherwise. */
import type { SandboxOptions } from '../options.ts';
import type { Body } from './bodies.ts';
import type { Kind } from './kinds.ts';

/** How many notes a company shows of itself. */
const NOTES_SHOWN = 10;

/** `body` in the live shape, unless the sandbox is told to serve the documented one. */
export function inShape(options: SandboxOptions, kind: Kind, body: Body): Body {
  if (options.shapes === 'documented') return body;
  switch (kind) {
    case 'companies':
      return liveCompany(options, body);
    case 'contacts':
      return liveContact(body);
    case 'conversations':
      return liveConversation(body);
    default:
      return body;
  }
}

/** Notes are counted, and some are shown; an older scroll leaves them out. */
function liveCompany({ companyNotes, companyLists }: SandboxOptions, { notes, ...body }: Body): Body {
  if (companyNotes === 'absent') return body;
  const all = (notes as Body | null)?.notes as readonly Body[];
  const data = companyLists === 'empty' ? [] : all.slice(0, NOTES_SHOWN);
  const url = `/companies/${String(body.id)}/notes`;
  const list = { type: 'note.list', data, url, total_count: all.length, has_more: all.length > data.length };
  return { ...body, notes: list };
}

/** A lead's picture may be an address alone, and a count of tags may stay above the list for good. */
function liveContact(body: Body): Body {
  const number = Number.parseInt(String(body.id).slice(-3), 16);
  const avatar = body.role === 'lead' && number % 4 === 0 ? `https://pictures.example.com/${number}.png` : body.avatar;
  const { total_count, ...list } = body.tags as Body;
  const isMiscounted = number % 128 === 5 && list.has_more === false;
  return { ...body, avatar, tags: { ...list, total_count: isMiscounted ? Number(total_count) + 3 : total_count } };
}

function liveConversation(body: Body): Body {
  const {
    teammates,
    statistics,
    conversation_parts: parts,
  } = body as Readonly<Record<string, Body | null | undefined>>;
  const closer = statistics?.last_closed_by_id;
  const list = (parts?.conversation_parts ?? []) as readonly Body[];
  return {
    ...body,
    topics: { type: 'topic.list', topics: [], total_count: 0 },
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
