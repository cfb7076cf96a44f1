/** Replaces some tidy texts and numbers by odd ones, as people and programs put them into real workspaces. */
import type { Body } from './bodies.ts';

/** Texts that break lines, readers and databases. */
const TEXTS = [
  'line\u2028and paragraph\u2029and next\u0085line',
  'family 👩‍👩‍👧‍👦, flag 🇮🇪, skin 👍🏽',
  'cut in the middle \ud83d of a character',
  'a NUL \0 inside',
  'right \u202eto left\u202c and back',
  '\ufeffa mark at the beginning',
  '"quotes", \\backslashes\\ and\r\nline\tbreaks',
];

/** One text in ODD_EVERY is odd, and one odd text in LONG_EVERY is very long. */
const ODD_EVERY = 29;
const LONG_EVERY = 17;
const LONG = `<p>${'A long letter with <b>tags</b> &amp; entities. '.repeat(2100)}</p>`;

/** A number that JSON.stringify writes with exactly these digits. */
function digits(text: string): unknown {
  return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(text);
}

export function oddContact(body: Body): Body {
  return { ...body, name: odd(body.name, body.id), custom_attributes: oddAttributes(body.custom_attributes, body.id) };
}

export function oddCompany(body: Body): Body {
  return { ...body, custom_attributes: oddAttributes(body.custom_attributes, body.id) };
}

export function oddTicket(body: Body): Body {
  return { ...body, ...oddParts(body, 'ticket_parts') };
}

export function oddConversation(body: Body): Body {
  const source = body.source as Body | null;
  return {
    ...body,
    ...(source
      ? { source: { ...source, subject: odd(source.subject, body.id), body: odd(source.body, body.id) } }
      : {}),
    custom_attributes: oddAttributes(body.custom_attributes, body.id),
    ...oddParts(body, 'conversation_parts'),
  };
}

function oddParts(body: Body, key: 'conversation_parts' | 'ticket_parts'): Body {
  const list = body[key] as Body | null | undefined;
  if (!list) return {};
  const parts = list[key] as readonly Body[];
  return { [key]: { ...list, [key]: parts.map((part) => ({ ...part, body: odd(part.body, part.id) })) } };
}

function odd(text: unknown, id: unknown): unknown {
  const number = numberOf(id);
  if (typeof text !== 'string' || number % ODD_EVERY !== 3) return text;
  const turn = Math.floor(number / ODD_EVERY);
  return turn % LONG_EVERY === 0 ? LONG : `${text} ${TEXTS[turn % TEXTS.length]}`;
}

/** Attributes that a workspace defined through its own program: long numbers, lists, names with dots and spaces. */
function oddAttributes(attributes: unknown, id: unknown): unknown {
  if (numberOf(id) % ODD_EVERY !== 5) return attributes;
  return {
    ...(attributes as Body | null),
    account_number: digits('1146485234658512926'),
    'share.of wallet': digits('0.12345678901234567891'),
    languages: ['en', 'ga'],
    'last "order"\u2028': 'cut \udc00 here',
  };
}

/** A number from the end of an id: the same for the same record. */
function numberOf(id: unknown): number {
  return Number.parseInt(String(id).slice(-5), 16);
}
