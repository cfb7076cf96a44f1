/** The datasets of Intercom's reporting, and their attributes. */
import { ConfigError, type JsonObject, type Row } from '@airbyte-ts/cdk-shim';
import type { CallingRun } from '../../config/context.ts';
import { listAll } from '../../intercom/pages.ts';
import { oncePerSync } from '../../scans/once-per-sync.ts';
import type { Resource } from '../../scans/resource.ts';
import { wholeScan } from '../../scans/whole.ts';
import { objectsIn } from '../objects-in.ts';
import { readReportingDatasets } from '../permissions.ts';
import { records, sourceOf, stream } from '../stream.ts';

/** Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/reporting-data-export */
const PATH = '/export/reporting_data/get_datasets';
const DOCS = 'reporting-data-export';

export interface Dataset {
  readonly id: string;
  readonly attributes?: unknown;
}

export interface Attribute {
  readonly id: string;
  readonly qualified_id?: string | null;
  readonly name?: string | null;
}

const datasets = oncePerSync((run: CallingRun) =>
  listAll<Dataset & JsonObject>(run.context.client, run, { call: { method: 'GET', path: PATH }, keys: ['data'] }),
);

export function attributesOf(dataset: Dataset, run: Pick<CallingRun, 'on'>): readonly Attribute[] {
  return objectsIn<Attribute>(dataset.attributes, run, { name: 'attributes' });
}

/** The name of an attribute by which Intercom takes it: older answers have the short one only. */
export function qualified({ id, qualified_id }: Attribute): string {
  return qualified_id || id;
}

/** Throws ConfigError where the workspace has no such dataset. */
export async function datasetNamed(id: string, run: CallingRun): Promise<Dataset> {
  const all = await datasets(run);
  const found = all.find((dataset) => dataset.id === id);
  if (found) return found;
  throw new ConfigError(
    `The config field "reporting_datasets" names "${id}", which is no dataset of this workspace: possible are ${all.map((dataset) => dataset.id).join(', ')}.`,
  );
}

const datasetList: Resource<Dataset & JsonObject> = {
  ...wholeScan(PATH, async function* (run) {
    yield await datasets(run);
  }),
  endpoint: `GET ${PATH}`,
  cost: 'one',
};

export const reportingDatasets = stream({
  name: 'reporting_datasets',
  sources: [records(datasetList)],
  permission: readReportingDatasets,
  docs: DOCS,
});

export const reportingAttributes = stream({
  name: 'reporting_attributes',
  sources: [
    sourceOf(
      datasetList,
      (dataset, run): readonly Row[] =>
        attributesOf(dataset, run).map((attribute) => ({
          ...attribute,
          dataset_id: dataset.id,
          qualified_id: qualified(attribute),
        })),
      { primaryKey: ['dataset_id', 'qualified_id'], cost: 'none beside those of reporting_datasets' },
    ),
  ],
  permission: readReportingDatasets,
  docs: DOCS,
});
