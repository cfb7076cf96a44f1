import { describe, expect, it } from 'vitest';
import { idOf, type Kind, ordinalOf, partIdOf } from './ids.ts';

const forms: Readonly<Record<Kind, RegExp>> = {
  admin: /^\d{9,10}$/,
  team: /^\d{7,9}$/,
  tag: /^\d{7,9}$/,
  segment: /^[0-9a-f]{24}$/,
  company: /^[0-9a-f]{24}$/,
  contact: /^[0-9a-f]{24}$/,
  conversation: /^\d{15}$/,
  ticket: /^\d{15}$/,
  article: /^\d{7,8}$/,
  articleVersion: /^\d{8}$/,
  collection: /^\d{7,8}$/,
  newsItem: /^\d{5,8}$/,
  activityLog: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  contactNote: /^\d{8,9}$/,
  companyNote: /^\d{8,9}$/,
  conversationPart: /^\d{14}$/,
  ticketPart: /^\d{14}$/,
};
const kinds = Object.keys(forms) as Kind[];
const ordinals = [0, 1, 2, 19, 1_000, 65_536, 1_234_567, 5_000_000];

describe.each(kinds)('the id of a %s', (kind) => {
  it('looks like one of Intercom', () => {
    for (const ordinal of ordinals) expect(idOf(kind, ordinal)).toMatch(forms[kind]);
  });

  it('leads back to its ordinal, and only to that', () => {
    expect(ordinals.map((ordinal) => ordinalOf(kind, idOf(kind, ordinal)))).toEqual(ordinals);
    expect(new Set(ordinals.map((ordinal) => idOf(kind, ordinal))).size).toBe(ordinals.length);
  });

  it('has one spelling', () => {
    const id = idOf(kind, 12);
    const others = [`0${id}`, ` ${id}`, `${id}-`, `${id}.0`, id.replace(/.$/, '-'), id.slice(0, 4), '', '0'];
    for (const other of others) expect(ordinalOf(kind, other), other).toBeUndefined();
    if (/[a-f]/.test(id)) expect(ordinalOf(kind, id.toUpperCase())).toBeUndefined();
  });
});

it('is not taken for one of another kind where kinds can be told apart', () => {
  for (const kind of ['segment', 'company', 'contact', 'activityLog'] as const) {
    const known = kinds.filter((other) =>
      ordinals.some((ordinal) => ordinalOf(other, idOf(kind, ordinal)) !== undefined),
    );
    expect(known).toEqual([kind]);
  }
});

it('keeps the notes on contacts and on companies apart', () => {
  const both = ordinals.flatMap((ordinal) => [idOf('contactNote', ordinal), idOf('companyNote', ordinal)]);
  expect(new Set(both).size).toBe(both.length);
  for (const ordinal of ordinals) expect(ordinalOf('companyNote', idOf('contactNote', ordinal))).toBeUndefined();
});

describe('the ids of parts', () => {
  it.each(['conversationPart', 'ticketPart'] as const)('of one record never meet those of the next: %s', (kind) => {
    const ids = [7, 8, 9].flatMap((ordinal) =>
      Array.from({ length: 1_500 }, (_, index) => partIdOf(kind, ordinal, index)),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.map(Number)).toEqual(ids.map(Number).toSorted((a, b) => a - b));
  });
});
