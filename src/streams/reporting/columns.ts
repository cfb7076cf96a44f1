/** The columns of a reporting dataset: what to ask for, and what the header of a file calls them. */
import { type Attribute, qualified } from './datasets.ts';

export interface ReportColumn {
  /** The name in the row: the short one, where no other attribute has it. */
  readonly name: string;
  /** The name by which Intercom is asked for it. */
  readonly asked: string;
  /** What a file may call it. */
  readonly headers: readonly string[];
  /** The name for people. */
  readonly title: string;
}

/** Attributes that the workspace defined. */
const CUSTOM = /^(people|company|conversation|ticket)\./;

/** The prefixes alone do not tell own attributes: where no attribute of Intercom's has a prefix of its own, all are taken. */
export function reportColumns(attributes: readonly Attribute[], withCustom: boolean): readonly ReportColumn[] {
  const isTold = attributes.some((attribute) => qualified(attribute).startsWith('standard.'));
  const wanted = attributes.filter((attribute) => withCustom || !isTold || !CUSTOM.test(qualified(attribute)));
  const once = new Map(wanted.map((attribute) => [qualified(attribute), attribute]));
  const byId = Map.groupBy(once.values(), ({ id }) => id);
  return [...once].map(([asked, { id, name }]) => ({
    asked,
    name: byId.get(id)?.length === 1 ? id : asked.replace(/\W+/g, '_'),
    headers: [asked, id, ...(name ? [name] : [])],
    title: name || id,
  }));
}

/**
 * The name of the row's column for each column of a file. A header may hold short names, some of them twice: then the columns
 * stand in the order in which they were asked for. A column that nobody asked for keeps its own name.
 */
export function namesOf(header: readonly string[], columns: readonly ReportColumn[]): readonly string[] {
  const fits = header.map((name) => columns.filter(({ headers }) => headers.includes(name)));
  const isClear = fits.every((some) => some.length === 1) && new Set(fits.flat()).size === header.length;
  if (!isClear && header.length === columns.length) return columns.map(({ name }) => name);
  return header.map((name, index) => fits[index]?.[0]?.name ?? name);
}
