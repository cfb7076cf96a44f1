/** What was sent from the workspace, to whom, and what they did with it. */
import type { Row } from '@airbyte-ts/cdk-shim';
import type { ExportedRow } from '../../scans/export-job/rows.ts';
import { exportContentData } from '../permissions.ts';
import { sourceOf, stream } from '../stream.ts';
import { eventRow, plainRow } from './rows.ts';
import { contentExport } from './scan.ts';

const DOCS = 'data-export/createdataexport';

const filed = (primaryKey: readonly string[], cursorField?: string) =>
  sourceOf(contentExport, (item: ExportedRow): readonly Row[] => [plainRow(item, primaryKey)], {
    primaryKey,
    ...(cursorField === undefined ? {} : { cursorField }),
  });

export const receipts = stream({
  name: 'receipts',
  sources: [filed(['content_id', 'receipt_id', 'ruleset_id'], 'received_at')],
  permission: exportContentData,
  docs: DOCS,
  fivetran: ['receipt_response'],
  optIn: true,
});

export const receiptEvents = stream({
  name: 'receipt_events',
  sources: [
    sourceOf(contentExport, (item) => [eventRow(item)], {
      primaryKey: ['receipt_event_key'],
      cursorField: 'occurred_at',
    }),
  ],
  permission: exportContentData,
  docs: DOCS,
  optIn: true,
});

export const surveyAnswers = stream({
  name: 'survey_answers',
  sources: [filed(['receipt_id', 'question_id'], 'answered_at')],
  permission: exportContentData,
  docs: DOCS,
  fivetran: ['survey_answer', 'survey_question'],
  optIn: true,
});

export const seriesCheckpoints = stream({
  name: 'series_checkpoints',
  sources: [filed(['series_entry_record_id', 'ruleset_id', 'user_id'], 'last_processed_at')],
  permission: exportContentData,
  docs: DOCS,
  optIn: true,
});

export const contentStats = stream({
  name: 'content_stats',
  sources: [
    sourceOf(
      contentExport,
      (item) => [
        {
          ...plainRow(item, ['ruleset_id', 'content_id']),
          window_start: item.window.after,
          window_end: item.window.before,
        },
      ],
      { primaryKey: ['ruleset_id', 'content_id'] },
    ),
  ],
  permission: exportContentData,
  docs: DOCS,
  optIn: true,
});
