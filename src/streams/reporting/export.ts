/** The streams of the reporting datasets that the config names, one export each. */
import type { Row } from '@airbyte-ts/cdk-shim';
import type { CallingRun, IntercomRun } from '../../config/context.ts';
import type { Settings } from '../../config/settings.ts';
import { exportJob } from '../../scans/export-job/export-job.ts';
import type { ExportApi } from '../../scans/export-job/run-job.ts';
import { oncePerSync } from '../../scans/once-per-sync.ts';
import { workspace } from '../../scans/workspace.ts';
import type { Schema } from '../expand/expandable.ts';
import { exportReportingData } from '../permissions.ts';
import { type IntercomStream, sourceOf, stream } from '../stream.ts';
import { type ReportColumn, reportColumns } from './columns.ts';
import { attributesOf, datasetNamed } from './datasets.ts';
import { isKeyed, reportRow } from './row.ts';

const PATH = '/export/reporting_data/enqueue';
/** Intercom keeps reporting data for two years, and for three in some plans. */
const RETENTION = 2 * 365 * 24 * 60 * 60;

/** A scan for each dataset has one job at a time, and four scans run at the same time: Intercom takes five jobs. */
export function reportingStreams({ exports }: Settings): readonly IntercomStream[] {
  return exports.datasets.map(reportingStream);
}

function reportingStream(dataset: string): IntercomStream {
  const columns = oncePerSync(async (run: CallingRun) => {
    const attributes = attributesOf(await datasetNamed(dataset, run), run);
    return reportColumns(attributes, run.context.settings.exports.customAttributes);
  });
  const toRow = reportRow(dataset);
  const rows = async (item: Parameters<typeof toRow>[0], run: IntercomRun): Promise<readonly Row[]> => [
    toRow(item, await columns(run)),
  ];
  return stream({
    name: `reporting_${dataset}`,
    sources: [
      sourceOf(reportingExport(dataset, columns), rows, { primaryKey: ['row_key'], cursorField: 'exported_at' }),
    ],
    schema: schemaOf([]),
    schemaInWorkspace: async (run) => schemaOf(await columns(run)),
    permission: exportReportingData,
    docs: 'reporting-data-export',
  });
}

function reportingExport(dataset: string, columns: (run: CallingRun) => Promise<readonly ReportColumn[]>) {
  return exportJob<undefined>({
    name: `reporting_export_${dataset}`,
    endpoint: `POST ${PATH}`,
    asks: ['GET /export/reporting_data/{id}', 'GET /download/reporting_data/{id}'],
    api: {
      ...calls,
      start: async (run, { after, before }) => {
        const attribute_ids = (await columns(run)).map(({ asked }) => asked);
        const body = { dataset_id: dataset, attribute_ids, start_time: after, end_time: before };
        return { method: 'POST', path: PATH, body };
      },
    },
    // Without a key of its own a row that changes is another row: all rows of the last days then come each time.
    readerOf: () => ({ needsKind: () => true, repeats: !isKeyed(dataset) }),
    again: ({ exports }) => exports.reexport,
    beyond: () => 0,
    oldest: (_, now) => now - RETENTION,
    kindOf: () => dataset,
    required: () => [],
    ownTime: () => undefined,
    readTime: () => undefined,
    isCounted: () => true,
    facts: () => undefined,
  });
}

const calls: Pick<ExportApi, 'status' | 'download' | 'whereRefused'> = {
  async status(run, id) {
    const { clientId } = run.context.settings.exports;
    const query = {
      app_id: (await workspace(run)).code,
      job_identifier: id,
      ...(clientId ? { client_id: clientId } : {}),
    };
    return { method: 'GET', path: `/export/reporting_data/${encodeURIComponent(id)}`, query };
  },
  async download(run, id) {
    const query = { app_id: (await workspace(run)).code, job_identifier: id };
    return { method: 'GET', path: `/download/reporting_data/${encodeURIComponent(id)}`, query };
  },
  whereRefused:
    'Intercom may want to know the app: put its client ID, which its page in the Developer Hub shows, into the field "client_id".',
};

function schemaOf(columns: readonly ReportColumn[]): Schema {
  const column = ({ name, title }: ReportColumn) =>
    [name, { description: `${title}, as Intercom writes it.`, type: ['string', 'null'] }] as const;
  const time = (description: string) => ({ description, type: ['integer', 'null'] });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    required: ['row_key', 'exported_at'],
    properties: {
      row_key: { description: 'The key of the row: its ids, or a hash where it has none.', type: 'string' },
      window_start: time('The beginning of the days that were exported together, in epoch seconds.'),
      exported_at: time('When the days were exported, in epoch seconds.'),
      ...Object.fromEntries(columns.map(column)),
    },
    additionalProperties: true,
  };
}
