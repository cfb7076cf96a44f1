/** The texts of an article or a collection in each of its languages. */
import type { JsonObject, Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';

/** Not the name of a language. */
const TYPE = 'type';

/** Stands for the language that Intercom does not tell. */
const UNNAMED = 'default';

/**
 * One row for each language. A record outside a multilingual help center holds its texts itself: they are the row of its
 * default language. `fields`: those of a record that are texts of a language.
 */
export function translationsOf(fields: readonly string[]) {
  return (parent: object, run: Pick<IntercomRun, 'on'>): readonly Row[] => {
    const record = parent as JsonObject;
    const { translated_content: content, default_locale: locale } = record;
    const languages = Object.entries(isObject(content) ? content : {}).filter(
      ([name, texts]) => name !== TYPE && texts !== null,
    );
    const rows = languages.flatMap(([name, texts]) => (isObject(texts) ? [{ ...texts, locale: name }] : []));
    const odd = languages.length - rows.length + (isObject(content ?? {}) ? 0 : 1);
    if (odd > 0) {
      run.on({ type: 'note', reason: 'entries of translated_content left out: they are no objects', count: odd });
    }
    const isNamed = typeof locale === 'string' && locale !== '';
    const isThere = isNamed ? rows.some((row) => row.locale === locale) : rows.length > 0;
    if (isThere) return rows;
    const own = fields.flatMap((field) => (field in record ? [[field, record[field]] as const] : []));
    return [...rows, { ...Object.fromEntries(own), locale: isNamed ? locale : UNNAMED }];
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
