/** The outcome of a conversation: its rating, its service-level agreement, and the result of the AI agent. */
import type { Story } from './conversation-story.ts';
import { idOf } from './ids.ts';
import { contactReference } from './people.ts';

export function rating({ choose, contacts, admins, version }: Story) {
  const [contact] = contacts;
  const [admin] = admins;
  return {
    rating: choose.integer('rating', 1, 5),
    remark: choose.chance('remark', 0.3) ? choose.oneOf('remark text', remarks) : '',
    created_at: version.createdAt,
    updated_at: version.updatedAt,
    contact: contact === undefined ? null : contactReference(contact),
    teammate: admin === undefined ? null : { type: 'admin', id: idOf('admin', admin) },
  };
}

const remarks = ['Quick and kind.', 'It took three attempts.', 'Solved, thank you!'] as const;

export function sla({ choose }: Story) {
  const status = choose.oneOf('sla status', ['hit', 'hit', 'missed', 'active', null]);
  return { type: 'conversation_sla_summary', sla_name: 'Fast lane', sla_status: status };
}

/** Without an answer of the agent there is no resolution, and without a rating no remark. */
export function aiAgent({ choose, beat, version }: Story) {
  const answered = beat(1) === 'aiAnswer';
  const rated = answered && choose.chance('ai rated', 0.3);
  return {
    source_type: 'workflow',
    source_title: 'Reception',
    last_answer_type: answered ? choose.oneOf('ai answer', ['ai_answer', 'ai_answer', 'custom_answer']) : null,
    resolution_state: answered ? choose.oneOf('ai resolution', resolutions) : null,
    rating: rated ? choose.integer('ai rating', 1, 5) : null,
    rating_remark: rated ? choose.oneOf('remark text', remarks) : null,
    created_at: rated ? version.createdAt : null,
    updated_at: rated ? version.updatedAt : null,
    content_sources: contentSources(answered && choose.chance('ai sources', 0.6)),
  };
}

const resolutions = [
  'assumed_resolution',
  'confirmed_resolution',
  'escalated',
  'negative_feedback',
  'procedure_handoff',
] as const;

function contentSources(any: boolean) {
  const article = { content_type: 'article', url: '/articles/4105', title: 'How invoices are made', locale: 'en' };
  const sources = any ? [article] : [];
  return { type: 'content_source.list', total_count: sources.length, content_sources: sources };
}
