/** What Fin answers from beside articles: snippets, pages of other sites, and whom each is for. */
import { fixedList } from '../define/fixed-list.ts';

const scope = 'read_content';
const availability = { ai_copilot_availability: true, ai_sales_agent_availability: false };

export const contentSnippets = fixedList({
  stream: 'content_snippets',
  list: { path: '/content_snippets', scope, since: '2.16', pages: 'flat', size: { usual: 50, max: 50 } },
  items: ({ start }) =>
    Array.from({ length: 60 }, (_, index) => ({
      type: 'content_snippet',
      id: String(1200 + index),
      title: index % 7 === 0 ? null : `Snippet ${index}`,
      locale: 'en',
      json_blocks: [{ type: 'paragraph', text: `Answer ${index}.` }],
      body_markdown: `Answer ${index}.\n`,
      chatbot_availability: 1,
      copilot_availability: 1,
      ai_chatbot_availability: true,
      ...availability,
      created_at: start + index,
      updated_at: start + 2 * index,
      audience_ids: index % 5 === 0 ? [1] : [],
    })),
});

export const externalPages = fixedList({
  stream: 'external_pages',
  list: { path: '/ai/external_pages', scope, since: '2.12', pages: 'numbered', size: { usual: 50, max: 50 } },
  items: ({ start }) =>
    Array.from({ length: 55 }, (_, index) => ({
      type: 'external_page',
      id: String(17 + index),
      title: `Page ${index}`,
      html: `<h1>Page ${index}</h1><p>${'It says how to do it. '.repeat(20)}</p>`,
      url: `https://docs.example.com/${index}`,
      ai_agent_availability: index % 2 === 0,
      ...availability,
      fin_availability: index % 2 === 0,
      locale: 'en',
      source_id: 33 + (index % 2),
      external_id: String(index),
      created_at: start + index,
      updated_at: start + 2 * index,
      last_ingested_at: start + 3 * index,
    })),
});

export const contentImportSources = fixedList({
  stream: 'content_import_sources',
  list: { path: '/ai/content_import_sources', scope, since: '2.12', pages: 'numbered', size: { usual: 50, max: 50 } },
  items: ({ start }) =>
    ['automatic', 'api'].map((behavior, index) => ({
      type: 'content_import_source',
      id: 33 + index,
      last_synced_at: start + 100,
      sync_behavior: behavior,
      status: index === 0 ? 'active' : 'deactivated',
      url: `https://docs.example.com/${behavior}`,
      created_at: start,
      updated_at: start + index,
      audience_ids: index === 0 ? [] : null,
    })),
});

export const audiences = fixedList({
  stream: 'audiences',
  list: { path: '/audiences', scope: 'read_audiences', since: '2.16', pages: 'flat', size: { usual: 50, max: 50 } },
  items: ({ start }) =>
    ['Paying customers', 'Enterprise'].map((name, index) => ({
      type: 'audience',
      id: String(1 + index),
      name,
      predicates: [{ attribute: 'company.plan', type: 'string', comparison: 'eq', value: name }],
      role_predicates: [{ attribute: 'role', type: 'role', comparison: 'eq', value: 'user' }],
      created_at: start + index,
      updated_at: start + index,
    })),
});
