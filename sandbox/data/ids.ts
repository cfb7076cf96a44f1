/** Ids as Intercom forms them, computed from ordinals and back, with no table in memory. */

/** How the ids of one kind of record are written. */
export interface IdForm {
  readonly format: (ordinal: number) => string;
  /** The ordinal of a well-formed id; any number for any other text. */
  readonly parse: (id: string) => number;
}

/** Decimal numbers that rise with the ordinal, as Intercom's do, with gaps between them. */
export function decimal(first: number, step: number): IdForm {
  return {
    format: (ordinal) => String(first + ordinal * step),
    parse: (id) => (Number(id) - first) / step,
  };
}

/** 24 hexadecimal digits; those of one kind share the first 12. */
export function hex(prefix: string, first: number): IdForm {
  return {
    format: (ordinal) => prefix + (first + ordinal * 7).toString(16).padStart(12, '0'),
    parse: (id) => (Number.parseInt(id.slice(12), 16) - first) / 7,
  };
}

/** `prefix` is all of a UUID but its last group. */
export function uuid(prefix: string): IdForm {
  return {
    format: (ordinal) => prefix + ordinal.toString(16).padStart(12, '0'),
    parse: (id) => Number.parseInt(id.slice(24), 16),
  };
}

export const idForms = {
  admin: decimal(991_267_400, 3),
  team: decimal(5_023_100, 11),
  tag: decimal(7_520_140, 13),
  segment: hex('5f3a91c7d204', 0x1b0000000000),
  company: hex('6319b48f50e2', 0x2c0000000000),
  contact: hex('64b0e7a92d1f', 0x3d0000000000),
  conversation: decimal(215_470_000_000_019, 37),
  ticket: decimal(215_490_000_000_023, 41),
  article: decimal(9_100_200, 7),
  articleVersion: decimal(70_400_003, 3),
  collection: decimal(4_300_110, 9),
  newsItem: decimal(61_020, 17),
  activityLog: uuid('7c1de2a4-93f0-4b6e-8d25-'),
  contactNote: decimal(34_100_017, 2),
  companyNote: decimal(34_100_018, 2),
  conversationPart: decimal(28_000_000_000_013, 3),
  ticketPart: decimal(61_000_000_000_029, 3),
} as const satisfies Readonly<Record<string, IdForm>>;

export type Kind = keyof typeof idForms;

export function idOf(kind: Kind, ordinal: number): string {
  return idForms[kind].format(ordinal);
}

/** The ordinal that an id stands for, whether such a record exists or not; undefined for a text that is no id of the kind. */
export function ordinalOf(kind: Kind, id: string): number | undefined {
  return ordinalIn(idForms[kind], id);
}

/** The same for a form. */
export function ordinalIn({ format, parse }: IdForm, id: string): number | undefined {
  const ordinal = parse(id);
  // Only the one spelling counts: no leading zeros, no capitals, no id of another kind.
  return Number.isSafeInteger(ordinal) && ordinal >= 0 && format(ordinal) === id ? ordinal : undefined;
}

export type NoteParent = 'contact' | 'company';

/** More notes than any record has. */
const MOST_NOTES = 1_024;

/** The id of the note at `index` about the contact or company at `ordinal`. */
export function noteIdOf(parent: NoteParent, ordinal: number, index: number): string {
  return idOf(`${parent}Note`, ordinal * MOST_NOTES + index);
}

/** The contact or company of the note with this id, and the note's index there; undefined for a text that is no id of a note. */
export function placeOfNote(id: string): { parent: NoteParent; ordinal: number; index: number } | undefined {
  for (const parent of ['contact', 'company'] as const) {
    const place = ordinalOf(`${parent}Note`, id);
    if (place !== undefined) return { parent, ordinal: Math.floor(place / MOST_NOTES), index: place % MOST_NOTES };
  }
  return undefined;
}

/** More parts than any record has, so that the parts of two records never share an id. */
const MOST_PARTS = 2_048;

/** The id of the part at `index` of the conversation or ticket at `ordinal`. */
export function partIdOf(kind: 'conversationPart' | 'ticketPart', ordinal: number, index: number): string {
  return idOf(kind, ordinal * MOST_PARTS + index);
}
