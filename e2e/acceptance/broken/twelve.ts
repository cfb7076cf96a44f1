/** Twelve faults that connectors have in practice. docs/acceptance.md lists the suites that catch each. */
import { at, each, type Fault, put } from './fault.ts';
import { FAULTS } from './faults.ts';

function of(check: string): Fault {
  const fault = FAULTS[check];
  if (!fault) throw new Error(`the check ${check} has no broken connector`);
  return fault;
}

export const TWELVE: Readonly<Record<string, Fault>> = {
  'a wrong type in a record': of('basic read: records are valid'),
  'a secret in a log': of('connection: check shows no secret'),
  'a short secret in a message': {
    messages: (messages, { files }) =>
      messages.map((message) =>
        message.type === 'CONNECTION_STATUS'
          ? put(message, 'connectionStatus.message', `Signed in as ${String(at(files.config, 'client_id'))}`)
          : message,
      ),
  },
  'a secret that the spec does not mark': of('spec: secrets are marked, and nothing else'),
  'a check that always succeeds': each('CONNECTION_STATUS', (message) =>
    put(message, 'connectionStatus', { status: 'SUCCEEDED' }),
  ),
  'a catalog that makes no sense is accepted': {
    messages: (messages, { files }) => (JSON.stringify(files.catalog ?? '').includes('INVALID') ? [] : messages),
    exitCode: () => 0,
  },
  'exit code 1': { exitCode: ({ command }) => (command === 'read' ? 1 : 0) },
  'a stream without records': of('basic read: every stream has records'),
  'a key that is not in the schema': of('discovery: keys are in the schema, and simple'),
  'no STATE at all': of('basic read: every stream has its own STATE with a record count'),
  'no COMPLETE status': of('basic read: statuses are STARTED, RUNNING, COMPLETE'),
  "anyOf in a stream's schema": of('discovery: schemas have no unsupported keyword'),
};
