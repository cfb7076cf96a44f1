/** The command `sandbox`: serves a simulated Intercom workspace until it is told to stop. */
import type { Argv, CommandModule } from 'yargs';
import type { OAuthApp } from './oauth.ts';
import type { SandboxOptions } from './options.ts';
import { scenarioNames } from './scenarios.ts';

const numbers: Readonly<Record<string, string>> = {
  port: 'TCP port on 127.0.0.1 (0: any free one)',
  seed: 'The workspace is a pure function of the seed, the counts, the zone and --now',
  'rate-limit': 'Calls granted per window',
  'rate-window': 'Seconds of a rate-limit window',
  latency: 'Milliseconds added before every answer',
  'fault-rate': 'The share of calls that begin to fail under --faults, 0 to 1, unless a scenario has its own',
  live: 'Random changes a second',
  'index-lag': 'Seconds before search sees a change',
  'scroll-expiry': 'Seconds of idleness after which a scroll is gone',
  receipts: 'How many messages were sent to contacts',
  'export-latency': 'Seconds that an export job takes',
  'export-busy': 'Seconds from the start in which an export job of another program runs',
  'export-most': 'Rows after which a file of a content export is cut',
};

const texts: Readonly<Record<string, string>> = {
  timezone: 'IANA zone of the workspace; contact search matches by its calendar days',
  now: 'ISO 8601 instant at which the clock starts; the history ends there',
  token: 'The access token that is accepted',
};

const readings: Readonly<Record<string, readonly [choices: readonly string[], description: string]>> = {
  region: [['US', 'EU', 'AU'], 'Where the workspace is hosted, as /me shows it'],
  redirects: [['any', 'https'], 'The addresses to which OAuth may send a browser back'],
  cursor: [['value', 'offset'], 'The content of starting_after'],
  shapes: [['live', 'documented'], 'Whether records have the shapes seen live, or those of the OpenAPI file'],
  text: [['hostile', 'plain'], 'Whether some texts and attributes are as odd as in real workspaces'],
  'company-notes': [['present', 'absent'], 'Whether a company has its notes'],
  'cursor-lists': [['company-contacts', 'all', 'none'], 'Lists besides searches that are paged by starting_after'],
  sort: [['heeded', 'ignored'], 'Whether search sorts as requested'],
  'greater-than': [['strict', 'inclusive'], 'Whether > and < include the value, for conversations and tickets'],
  'search-bodies': [['index', 'live'], 'Whether search shows records as indexed or as they are'],
  'contact-days': [['zone', 'utc'], 'The calendar days that contact search matches by'],
  'company-lists': [['full', 'empty'], 'Whether companies carry their tags, segments and notes'],
  'contact-companies-key': [['data', 'companies'], "The key under which a contact's companies are listed"],
  'contact-subscriptions': [['shown', 'absent'], 'Whether a contact shows its choices about subscriptions'],
  'merge-history': [['whole', 'cut'], 'Whether a contact shows all merges, or the latest ten'],
  'custom-objects': [['enveloped', 'bare'], 'How an attribute of a record lists custom objects'],
  'ticket-type-attributes-key': [
    ['data', 'ticket_type_attributes'],
    'The key under which a type of tickets lists its attributes',
  ],
  'ticket-search-state': [
    ['category', 'label'],
    'Whether ticket search matches a state by its category or its internal label',
  ],
  'search-display-as': [['honoured', 'ignored'], 'Whether conversation search honours display_as'],
  'contact-activities': [['flat', 'nested'], 'Where an activity of a contact has its kind and the contact'],
  'deleted-order': [['desc', 'asc'], 'The order of deleted conversations when the call names none'],
  'call-times': [['epoch', 'iso'], 'Whether the times of calls are epoch seconds or text'],
  transcripts: [['text', 'entries'], 'Whether the transcript of a single call is text or a list of entries'],
  'article-list': [['all', 'published'], 'Whether the list of articles shows drafts'],
  'export-format': [
    ['zip', 'tar.gz', 'gzip', 'csv'],
    "The format of an export's file; the last two hold one file only",
  ],
  'export-done': [['completed', 'complete'], 'How an export job that is done names its status'],
  'export-id': [['job_identifier', 'job_identfier'], 'How an export job names its id'],
  'export-times': [['integer', 'text'], 'How times are written in a content export'],
  'reporting-header': [['short', 'qualified'], 'The names of columns in a reporting export'],
  'reporting-client-id': [['ignored', 'required'], 'Whether a look at a reporting job must name the client id'],
  'ticket-conversations': [
    ['hidden', 'shown'],
    'Whether a token without read_tickets finds conversations that are tickets',
  ],
  'parts-total': [['true', 'capped'], 'Whether the total of parts is true or stops at 500'],
};

const switches: Readonly<Record<string, string>> = {
  'paged-lists': 'Whether lists that come whole, such as tags, come in pages',
  'scope-401': 'Whether a call without its scope is answered 401 token_unauthorized in place of 403',
  'tagging-touches': 'Whether tagging a record moves its updated_at',
  'membership-touches': "Whether creating or deleting a contact moves its companies' updated_at",
  'notes-touch': 'Whether a note moves the updated_at of the contact or company it is about',
  'events-touch': "Whether a data event moves its contact's updated_at",
  'scores-touch': "Whether scoring a conversation's quality moves its updated_at",
};

/** The default options are loaded here, so that the other commands start without the resources. */
async function builder(args: Argv): Promise<Argv> {
  const { defaultOptions } = await import('./options.ts');
  const { collectionNames } = await import('./resources/index.ts');
  const defaults: Readonly<Record<string, unknown>> = { ...defaultOptions };
  const given = (name: string) => defaults[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
  for (const [name, description] of Object.entries(numbers)) {
    args.option(name, { type: 'number', description, default: given(name) });
  }
  for (const kind of collectionNames) {
    const name = kind.replaceAll('_', '-');
    args.option(name, { type: 'number', description: `How many ${kind.replaceAll('_', ' ')}`, default: given(name) });
  }
  for (const [name, description] of Object.entries(texts)) {
    args.option(name, { type: 'string', description, default: given(name) });
  }
  for (const [name, [choices, description]] of Object.entries(readings)) {
    args.option(name, { type: 'string', choices, description, default: given(name) });
  }
  for (const [name, description] of Object.entries(switches)) {
    args.option(name, { type: 'boolean', description, default: given(name) });
  }
  return args
    .option('faults', {
      type: 'string',
      description: 'Scenarios of random faults, separated by commas',
      choices: scenarioNames,
      coerce: listed,
      default: '',
    })
    .option('plan-lacks', {
      type: 'string',
      description: "First segments of paths that the workspace's plan does not include, separated by commas",
      coerce: listed,
      default: '',
    })
    .option('region-lacks', {
      type: 'string',
      description: "First segments of paths that do not exist in the workspace's region, separated by commas",
      coerce: listed,
      default: '',
    })
    .option('apps', {
      type: 'string',
      description: 'Apps that may ask for consent through OAuth, each as id:secret:name, separated by commas',
      coerce: apps,
      default: 'sandbox-client:sandbox-secret:Sandbox app',
    })
    .option('page-shift', { type: 'boolean', description: 'Short for --cursor offset --search-bodies live' })
    .option('unsorted', { type: 'boolean', description: 'Short for --sort ignored' })
    .option('inclusive-greater-than', { type: 'boolean', description: 'Short for --greater-than inclusive' })
    .option('scopes', { type: 'string', description: 'OAuth scopes of the token, separated by commas', default: 'all' })
    .strictOptions();
}

function listed(text: unknown): readonly string[] {
  return String(text).split(',').filter(Boolean);
}

function apps(text: unknown): readonly OAuthApp[] {
  return listed(text).map((app) => {
    const [id = '', secret = '', name = id] = app.split(':');
    return { id, secret, name };
  });
}

/** Flags that are short for other flags. */
function shorthands({
  pageShift,
  unsorted,
  inclusiveGreaterThan,
}: Readonly<Record<string, unknown>>): Partial<SandboxOptions> {
  return {
    ...(unsorted ? { sort: 'ignored' } : {}),
    ...(pageShift === true && { cursor: 'offset', searchBodies: 'live' }),
    ...(inclusiveGreaterThan === true && { greaterThan: 'inclusive' }),
  };
}

/** Prints `{"url","token"}` on one line once it listens; SIGTERM and SIGINT end it. */
async function handler(args: Readonly<Record<string, unknown>>): Promise<void> {
  const { defaultOptions } = await import('./options.ts');
  const names = Object.keys(defaultOptions);
  const options = Object.fromEntries(names.map((name) => [name, args[name]])) as unknown as SandboxOptions;
  const scopes = String(args.scopes);
  const wait = stopSignal();
  // Loaded here, so that the other commands start without it.
  const { startSandbox } = await import('./server.ts');
  const sandbox = await startSandbox({
    ...options,
    ...shorthands(args),
    scopes: scopes === 'all' ? 'all' : listed(scopes),
  });
  process.stdout.write(`${JSON.stringify({ url: sandbox.url, token: sandbox.token })}\n`);
  await wait;
  await sandbox.close();
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
}

export const sandboxCommand: CommandModule = {
  command: 'sandbox',
  describe: 'Serve a simulated Intercom workspace on this machine',
  builder,
  handler,
};
