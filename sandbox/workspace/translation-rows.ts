/** The texts of a record of a help center, one row for each language. */
import type { Body } from './bodies.ts';

/** `own`: the texts in the record itself, which count where it has no others. */
export function translationRows(body: Body, own: Body): readonly Body[] {
  const { type: _, ...content } = (body.translated_content ?? {}) as Readonly<Record<string, Body | null>>;
  const rows = Object.entries(content).flatMap(([locale, texts]) => (texts === null ? [] : [{ ...texts, locale }]));
  return rows.length > 0 ? rows : [{ ...own, locale: body.default_locale ?? 'default' }];
}
