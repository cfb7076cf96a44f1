/** Conversations without HTML, for calls with `display_as=plaintext` (https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/retrieveconversation). */
import { type Body, nestedItems } from './bodies.ts';

/** The conversation with the subject and all bodies as text. */
export function asPlainText(conversation: Body): Body {
  const { source, conversation_parts: parts } = conversation as Readonly<Record<string, Body | null | undefined>>;
  const list = nestedItems(conversation, 'conversation_parts', 'conversation_parts');
  return {
    ...conversation,
    ...(source && { source: { ...source, subject: text(source.subject), body: text(source.body) } }),
    ...(parts && {
      conversation_parts: { ...parts, conversation_parts: list.map((part) => ({ ...part, body: text(part.body) })) },
    }),
  };
}

/** A value that is not a text stays unchanged. */
function text(html: unknown): unknown {
  return typeof html === 'string' ? plainText(html) : html;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ', amp: '&' };

/** A link becomes `label (url)`, as documented; a paragraph and a break begin a new line. */
export function plainText(html: string): string {
  return html
    .replace(/<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs, '$2 ($1)')
    .replace(/<br\s*\/?>|<\/p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (whole, name: string) => entities[name] ?? whole)
    .trim();
}
