/**
 * The export of reporting datasets, by jobs.
 * Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/reporting-data-export
 */
import { archive } from '../archive/archive.ts';
import { csv, type Line } from '../archive/csv.ts';
import { type ReportAttribute, type ReportDataset, reportDatasets, reportRows } from '../data/report.ts';
import type { World } from '../data/world.ts';
import type { Resource } from '../define/resource.ts';
import { ApiError } from '../errors.ts';
import type { SandboxOptions } from '../options.ts';
import { FileBody } from '../reply.ts';
import type { Call, Route } from '../routes/route.ts';
import { row, type TruthRow } from '../workspace/truth-row.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { createJobs, type JobRange } from './export-jobs.ts';

interface Wanted extends JobRange {
  readonly dataset: ReportDataset;
  readonly attributes: readonly ReportAttribute[];
}

export const reportingExport: Resource = {
  routes: reportingRoutes,
  truth: {
    reporting_datasets: () => reportDatasets.map((dataset) => row(null, { id: dataset.id }, null, { ...dataset })),
    *reporting_attributes() {
      for (const { id, attributes } of reportDatasets) {
        for (const attribute of attributes) {
          const key = { dataset_id: id, qualified_id: attribute.qualified_id };
          yield row(null, key, null, { ...attribute, ...key });
        }
      }
    },
    ...Object.fromEntries(reportDatasets.map((dataset) => [`reporting_${dataset.id}`, rowsOf(dataset)])),
  },
};

const PATH = '/export/reporting_data';
const scope = 'export_reporting_data';

function reportingRoutes(workspace: Workspace): readonly Route[] {
  const { world, options } = workspace;
  const jobs = createJobs<Wanted>(workspace, {
    most: 5,
    called: 'reporting dataset',
    downloadPath: (id) => `/download/reporting_data/${id}?app_id=sandbox&job_identifier=${id}`,
    isEmpty: () => false,
  });
  return [
    {
      method: 'GET',
      path: `${PATH}/get_datasets`,
      scope: 'read_reporting_datasets',
      since: '2.14',
      handle: () => ({ type: 'list', data: reportDatasets }),
    },
    { method: 'POST', path: `${PATH}/enqueue`, scope, since: '2.14', handle: ({ body }) => jobs.start(wantedBy(body)) },
    {
      method: 'GET',
      path: `${PATH}/{id}`,
      scope,
      since: '2.14',
      handle: (call) => jobs.status(named(call, options)),
    },
    {
      method: 'GET',
      path: '/download/reporting_data/{id}',
      scope,
      since: '2.14',
      handle: (call) => new FileBody(packed(world, jobs.done(call.params.id), options)),
    },
  ];
}

const badRequest = (message: string) => new ApiError(400, 'bad_request', message);

/** The id of the job. The documentation wants the app and the workspace beside it, and clients were seen to name neither. */
function named({ params, url }: Call, { reportingClientId }: SandboxOptions): string | undefined {
  for (const field of reportingClientId === 'required' ? ['app_id', 'client_id'] : []) {
    if (!url.searchParams.get(field)) throw badRequest(`'${field}' is a required parameter`);
  }
  return params.id;
}

function wantedBy(body: unknown): Wanted {
  const { dataset_id, attribute_ids, start_time, end_time } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const dataset = reportDatasets.find(({ id }) => id === dataset_id);
  if (!dataset) throw badRequest(`${dataset_id} is not a valid dataset_id`);
  if (!Array.isArray(attribute_ids)) throw badRequest("'attribute_ids' is a required parameter");
  if (attribute_ids.length === 0) throw badRequest('attribute_ids must contain at least one attribute_id');
  const known = new Map(dataset.attributes.map((attribute) => [attribute.qualified_id, attribute]));
  const unknown = attribute_ids.filter((id) => !known.has(String(id)));
  if (unknown.length > 0) throw badRequest(`attribute_ids invalid for ${dataset.id} dataset: ${unknown.join(', ')}`);
  const attributes = attribute_ids.flatMap((id) => known.get(String(id)) ?? []);
  return { dataset, attributes, after: Number(start_time), before: Number(end_time) };
}

function packed(world: World, wanted: Wanted, options: SandboxOptions): AsyncIterable<Buffer> {
  const name = `${wanted.dataset.id}.csv`;
  return archive([{ name, chunks: () => csv(lines(world, wanted, options)) }], options.exportFormat);
}

function* lines(world: World, wanted: Wanted, { reportingHeader }: SandboxOptions): Generator<Line> {
  const { dataset, attributes, after, before } = wanted;
  yield attributes.map(({ id, qualified_id }) => (reportingHeader === 'short' ? id : qualified_id));
  for (const { at, values } of reportRows(world, dataset)) {
    if (at < after || at > before) continue;
    yield attributes.map(({ qualified_id }) => values[qualified_id] ?? '');
  }
}

/** Attributes that the workspace defined are none of the reader's columns unless it asks for them. */
const CUSTOM = /^(people|conversation)\./;

/** Rows that the reader must hold; a dataset without a key of its own is told apart by all its values. */
function rowsOf(dataset: ReportDataset) {
  return function* ({ world }: Workspace): Generator<TruthRow> {
    const columns = dataset.attributes.filter(({ qualified_id }) => !CUSTOM.test(qualified_id));
    const isOnce = ({ id }: ReportAttribute) => columns.filter((column) => column.id === id).length === 1;
    for (const { values } of reportRows(world, dataset)) {
      const fields = columns.map((column) => [
        isOnce(column) ? column.id : column.qualified_id.replace('.', '_'),
        values[column.qualified_id] || null,
      ]);
      const body = Object.fromEntries(fields) as Readonly<Record<string, string | null>>;
      const own = ['row_key', 'exported_at', 'window_start'];
      yield row(null, keyOf(dataset, body), null, body, { own });
    }
  };
}

function keyOf({ id, attributes }: ReportDataset, body: Readonly<Record<string, string | null>>) {
  const [first, second] = attributes.map((attribute) => attribute.id);
  const fields = id === 'admin_status_change' ? [first ?? '', second ?? ''] : [first ?? ''];
  return Object.fromEntries(fields.map((field) => [field, body[field]]));
}
