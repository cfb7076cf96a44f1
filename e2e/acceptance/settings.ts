/** Reads acceptance-test-config.yml, runner.yml, metadata.yaml, and the files that they name. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CatalogStream, Row } from '../../tests/harness/connector.ts';
import { isObject, type Json, list } from './schema-nodes.ts';

export interface Settings {
  /** The content of acceptance-test-config.yml. */
  readonly suite: Json;
  /** The content of e2e/acceptance/runner.yml. */
  readonly own: Json;
  /** The object "data" of metadata.yaml. */
  readonly metadata: Json;
  /** The config for all reads. */
  readonly config: Json;
  /** Every config under `spec` or `connection`, with its expected status. */
  readonly configs: readonly ConfigEntry[];
  /** The expected answer of `spec`. */
  readonly specFile: Json | undefined;
  readonly expected: readonly ExpectedRecord[];
  /** The streams that the catalogs for `full_refresh` and `incremental` name. */
  readonly fullRefresh: readonly string[];
  readonly incremental: readonly string[];
  readonly futureStates: readonly Json[];
  readonly sampleStates: readonly Json[];
  readonly emptyStreams: ReadonlySet<string>;
  /** Fields that no record of the test workspace has, as "stream.field". Each part may be "*". */
  readonly unseenFields: ReadonlySet<string>;
  /** The reasons for bypassed checks, by the name of the check. */
  readonly bypassed: ReadonlyMap<string, string>;
  /** The answers of the previous version, if given. */
  readonly previous: { readonly spec?: Json; readonly streams?: readonly CatalogStream[] };
  /** The page for users of Airbyte, and its folder. */
  readonly page: { readonly text: string; readonly folder: string };
}

export interface ConfigEntry {
  readonly section: 'spec' | 'connection';
  readonly path: string;
  readonly config: Json;
  /** The expected status of `check`: succeed, failed or exception. */
  readonly status: string;
}

export interface ExpectedRecord {
  readonly stream: string;
  /** The expected fields of the record. It may have more fields. */
  readonly data: Row;
}

const OWN = 'e2e/acceptance/runner.yml';

/** Reads all settings below `root`, the checkout. Throws if a file is missing or cannot be understood. */
export async function readSettings(root: string): Promise<Settings> {
  const text = (path: string) => readFile(join(root, path), 'utf8');
  const data = async (path: unknown): Promise<unknown> => parse(await text(String(path)));
  const object = async (path: unknown): Promise<Json> => asObject(await data(path));
  const suite = await object('acceptance-test-config.yml');
  const own = await object(OWN);
  const [basic = {}] = entries(suite, 'basic_read');
  const [spec = {}] = entries(suite, 'spec');
  const [basicOwn = {}] = entries(own, 'basic_read');
  const [incrementalOwn = {}] = entries(own, 'incremental');
  const namesOf = async (section: string) => {
    const { streams } = await object(entries(suite, section)[0]?.configured_catalog_path);
    return list(streams).map((entry) => String(asObject(asObject(entry).stream).name));
  };
  const page = String(asObject(own.documentation).path);
  return {
    suite,
    own,
    metadata: asObject((await object('metadata.yaml')).data),
    config: await object(basic.config_path),
    configs: await configsOf(suite, object),
    specFile: spec.spec_path === undefined ? undefined : await object(spec.spec_path),
    expected: lines(await text(String(asObject(basicOwn.expect_records).path))),
    fullRefresh: await namesOf('full_refresh'),
    incremental: await namesOf('incremental'),
    futureStates: list(await data(incrementalOwn.future_state_path)).map(asObject),
    sampleStates: list(await data(incrementalOwn.sample_state_path)).map(asObject),
    emptyStreams: new Set(list(basic.empty_streams).map((entry) => String(asObject(entry).name))),
    unseenFields: new Set(list(basicOwn.unseen_fields).flatMap((entry) => list(asObject(entry).fields).map(String))),
    bypassed: new Map(
      list(own.bypassed).map((entry) => [String(asObject(entry).check), String(asObject(entry).bypass_reason)]),
    ),
    previous: {},
    page: { text: await text(page), folder: join(root, page, '..') },
  };
}

/** Returns the entries under `tests` of one section of a settings file. */
export function entries(file: Json, section: string): readonly Json[] {
  const tests = asObject(file.acceptance_tests);
  return list(asObject(tests[section]).tests).map(asObject);
}

async function configsOf(suite: Json, object: (path: unknown) => Promise<Json>): Promise<readonly ConfigEntry[]> {
  const found: ConfigEntry[] = [];
  for (const section of ['spec', 'connection'] as const) {
    for (const { config_path, status } of entries(suite, section)) {
      const path = String(config_path);
      found.push({ section, path, config: await object(path), status: String(status ?? 'succeed') });
    }
  }
  return found;
}

function lines(text: string): readonly ExpectedRecord[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ExpectedRecord);
}

function asObject(value: unknown): Json {
  return isObject(value) ? value : {};
}
