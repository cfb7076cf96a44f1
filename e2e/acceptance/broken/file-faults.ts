/** Faults of files: the settings of the tests, metadata.yaml and the documentation page. */
import type { Settings } from '../settings.ts';
import { type Fault, put } from './fault.ts';

type Part = 'suite' | 'own' | 'metadata';

/** Changes one value in one of the files. */
function file(part: Part, path: string, to: unknown): Fault {
  return { settings: (settings) => ({ ...settings, [part]: put(settings[part], path, to) }) };
}

function page(change: (text: string) => string): Fault {
  return { settings: (settings) => ({ ...settings, page: { ...settings.page, text: change(settings.page.text) } }) };
}

function other(change: (settings: Settings) => Partial<Settings>): Fault {
  return { settings: (settings) => ({ ...settings, ...change(settings) }) };
}

export const FILE_FAULTS: Readonly<Record<string, Fault>> = {
  'config: test strictness is high': file('suite', 'test_strictness_level', 'low'),
  'config: every section has tests or a reason': file('suite', 'acceptance_tests.discovery', {}),
  'config: every exception has a reason': file('own', 'bypassed', [{ check: 'spec: the configs fit' }]),
  'config: basic_read reads every stream': file(
    'suite',
    'acceptance_tests.basic_read.tests.0.configured_catalog_path',
    'one.json',
  ),
  'config: basic_read expects records': other(() => ({ expected: [] })),
  'config: basic_read checks records against schemas': file(
    'suite',
    'acceptance_tests.basic_read.tests.0.validate_schema',
    false,
  ),
  'incremental: every stream has a state in the future': {
    ...other(({ futureStates }) => ({
      futureStates: futureStates.filter((state) => !JSON.stringify(state).includes('"segments"')),
    })),
    also: ['incremental: a state in the future emits no record and a state'],
  },
  'attributes: metadata.yaml has the required fields': file('metadata', 'definitionId', undefined),
  'attributes: metadata.yaml names the called hosts': file('metadata', 'allowedHosts', undefined),
  'attributes: suggested streams exist': file('metadata', 'suggestedStreams.streams', ['nowhere']),
  'documentation: headings are in order': page((text) => text.replace('## Setup guide', '## Something else')),
  'documentation: prerequisites name the required fields': page((text) => text.replaceAll('Access token', 'Something')),
  'documentation: links lead to existing files': page((text) => text.replace('](options.md)', '](nowhere.md)')),
};
