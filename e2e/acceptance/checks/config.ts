/** CONFIG: the files have all settings that strictness high requires, and a reason for each exception. */
import type { Family } from '../check.ts';
import { entriesOf, isObject, type Json, list } from '../schema-nodes.ts';
import { entries, type Settings } from '../settings.ts';

const MANDATORY = ['spec', 'connection', 'discovery', 'basic_read', 'full_refresh', 'incremental'];

export const config: Family = {
  name: 'config',
  checks: [
    {
      name: 'test strictness is high',
      problems: ({ settings: { suite } }) =>
        suite.test_strictness_level === 'high'
          ? []
          : [`test_strictness_level is ${String(suite.test_strictness_level)}`],
    },
    {
      name: 'every section has tests or a reason',
      problems: ({ settings }) =>
        MANDATORY.filter((name) => {
          const section = sectionsOf(settings).get(name);
          return entries(settings.suite, name).length === 0 && !reasonOf(section);
        }).map((name) => `${name} has neither tests nor a bypass_reason`),
    },
    {
      name: 'every exception has a reason',
      problems: ({ settings: { suite, own } }) =>
        [suite, own]
          .flatMap(leftOut)
          .flatMap((entry) => (reasonOf(entry) ? [] : [`no bypass_reason in ${JSON.stringify(entry)}`])),
    },
    {
      name: 'basic_read reads every stream',
      problems: ({ settings: { suite } }) =>
        entries(suite, 'basic_read').flatMap(({ configured_catalog_path: path }) =>
          path === undefined ? [] : [`basic_read has its own catalog: ${String(path)}`],
        ),
    },
    {
      name: 'basic_read expects records',
      problems: ({ settings: { own, expected } }) => {
        const [basic] = entries(own, 'basic_read');
        return expected.length > 0 || reasonOf(basic?.expect_records)
          ? []
          : ['there are neither expected records nor a bypass_reason'];
      },
    },
    {
      name: 'basic_read checks records against schemas',
      problems: ({ settings: { suite } }) =>
        entries(suite, 'basic_read').flatMap((entry) =>
          entry.validate_schema === false ? ['validate_schema is false'] : [],
        ),
    },
  ],
};

function sectionsOf({ suite }: Settings): ReadonlyMap<string, unknown> {
  return new Map(entriesOf(suite.acceptance_tests));
}

function reasonOf(value: unknown): boolean {
  return isObject(value) && typeof value.bypass_reason === 'string' && value.bypass_reason.trim() !== '';
}

const LISTS = ['empty_streams', 'ignored_fields', 'missing_streams', 'unseen_fields'];

/** Returns all exceptions of both files. */
function leftOut(file: Json): readonly unknown[] {
  const tests = entriesOf(file.acceptance_tests).flatMap(([section]) => entries(file, section));
  return [...tests.flatMap((entry) => LISTS.flatMap((name) => list(entry[name]))), ...list(file.bypassed)];
}
