/** What Fin and teammates answer from, beside the articles of help centers, and for whom it is meant. */
import { pages } from '../../scans/list.ts';
import { readAudiences, readContent, readContentSnippets, readInternalArticles } from '../permissions.ts';
import { records, stream } from '../stream.ts';

export const internalArticles = stream({
  name: 'internal_articles',
  sources: [records(pages('/internal_articles', { at: 'data', cursorField: 'updated_at', perPage: 25 }))],
  permission: readInternalArticles,
  docs: 'internal-articles/listinternalarticles',
});

export const contentSnippets = stream({
  name: 'content_snippets',
  sources: [records(pages('/content_snippets', { at: 'data', cursorField: 'updated_at', perPage: 50 }))],
  permission: readContentSnippets,
  docs: 'content-snippets/listcontentsnippets',
});

export const externalPages = stream({
  name: 'external_pages',
  sources: [records(pages('/ai/external_pages', { at: 'data', cursorField: 'updated_at', perPage: 50 }))],
  permission: readContent,
  docs: 'ai-content/listexternalpages',
});

export const contentImportSources = stream({
  name: 'content_import_sources',
  sources: [records(pages('/ai/content_import_sources', { at: 'data', cursorField: 'updated_at', perPage: 50 }))],
  permission: readContent,
  docs: 'ai-content/listcontentimportsources',
});

export const audiences = stream({
  name: 'audiences',
  sources: [records(pages('/audiences', { at: 'data', cursorField: 'updated_at', perPage: 50 }))],
  permission: readAudiences,
  docs: 'audiences/listaudiences',
});
