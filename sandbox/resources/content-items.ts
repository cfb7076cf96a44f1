/** The search of all content that Fin and teammates use: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/content/searchcontent */
import { fixedList } from '../define/fixed-list.ts';
import { parameterInvalid } from '../errors.ts';
import type { Body } from '../workspace/bodies.ts';

/** The types of items by the names that a call gives them. */
const TYPES: Readonly<Record<string, string>> = {
  snippet: 'content_snippet',
  external_content: 'external_content',
  file_source_content: 'file_source_content',
  internal_article: 'internal_article',
  article: 'article',
};

/** Which types come where a call names none is undocumented: here all but uploaded files. */
const UNASKED = Object.keys(TYPES).filter((name) => name !== 'file_source_content');

export const contentItems = fixedList({
  stream: 'content_items',
  key: ['type', 'id'],
  list: {
    path: '/content/search',
    scope: 'read_content',
    since: '2.16',
    pages: 'numbered',
    size: { usual: 10, max: 50 },
  },
  // Items of different types share ids.
  items: () => Object.values(TYPES).flatMap((type) => Array.from({ length: 10 }, (_, index) => item(type, index))),
  asked(items, url) {
    const asked = url.searchParams.get('content_types')?.split(',') ?? UNASKED;
    const unknown = asked.find((name) => !Object.hasOwn(TYPES, name));
    if (unknown !== undefined) throw parameterInvalid(`content_types is invalid: ${unknown}`);
    const types = asked.map((name) => TYPES[name]);
    return items.filter(({ type }) => types.includes(String(type)));
  },
});

function item(type: string, index: number): Body {
  // Ids may begin with zeros.
  const plain = { type, id: String(index + 8).padStart(3, '0'), title: `About ${index}` };
  if (type !== 'article') return plain;
  const contents = ['en', 'fr'].map((locale, at) => ({
    type: 'article_content',
    id: String(600 + 2 * index + at),
    title: `About ${index} (${locale})`,
    locale,
  }));
  return { ...plain, contents };
}
