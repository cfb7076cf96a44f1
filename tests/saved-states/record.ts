/** `npm run record:states`: saves states with the built connector, and replaces the fixtures. */
import type { Message, Row } from '../harness/connector.ts';
import { bodiesOf } from '../harness/sync.ts';
import { type Digest, digestOf } from './digest.ts';
import { type Fixture, writeFixtures } from './fixture.ts';
import { companyNotesFaults, owedFaults, shortTicketFaults } from './owed-faults.ts';
import { cut, fixtureOf, type Recording, record, selectedBy } from './recordings.ts';
import { advance, startWorkspace, type WorkspaceName } from './workspace.ts';

const fixtures = new Map<string, Fixture>();

/** Whether a message is a state of the stream for which `holds`. */
function stateOf(stream: string, holds: (state: Row) => boolean): (message: Message) => boolean {
  return ({ state }) => state?.stream.stream_descriptor.name === stream && holds(state.stream.stream_state);
}

const isOpen = ({ backfill }: Row) => backfill !== undefined;
const isAtRest = ({ updated_at }: Row) => updated_at !== undefined;

function keepKills(first: Recording): void {
  const kills: readonly [name: string, about: string, last: (message: Message) => boolean][] = [
    ['killed-1-lists', 'when deleted conversations had been read', stateOf('deleted_conversations', () => true)],
    ['killed-2-contacts-backfill', 'when a page of contacts had been read, newest first', stateOf('contacts', isOpen)],
    ['killed-3-companies', 'when companies had been read', stateOf('company_contacts', isAtRest)],
    ['killed-4-tickets-backfill', 'when a page of tickets had been read, oldest first', stateOf('tickets', isOpen)],
    [
      'killed-5-conversations-backfill',
      'when a page of conversations had been read, oldest first, and the parts of none',
      stateOf('conversations', isOpen),
    ],
    ['killed-6-contacts-at-rest', 'when contacts had been read', stateOf('contacts', isAtRest)],
    [
      'killed-7-parts-backfill',
      'when a page of conversation parts had been read',
      stateOf('conversation_parts', isOpen),
    ],
    ['killed-8-conversations-at-rest', 'when conversations had been read', stateOf('conversations', isAtRest)],
  ];
  for (const [name, about, last] of kills) {
    fixtures.set(name, fixtureOf(cut(first, `The first sync, killed ${about}.`, last)));
  }
}

/** Until a stream has a state, its heartbeat says that the state is empty. */
function onlyHeartbeats(fixture: Fixture): Fixture {
  const empty = <T>(value: T) => Object.fromEntries(fixture.streams.map((name) => [name, value]));
  const about = 'A first sync, killed before any stream had a state, but after a minute.';
  return { ...fixture, about, states: empty({}), before: {} };
}

async function recordPlain(url: string): Promise<Recording> {
  const workspace = 'plain';
  const first = await record(url, { about: 'The first sync, to its end.', workspace });
  fixtures.set('end', fixtureOf(first));
  fixtures.set('heartbeats', onlyHeartbeats(fixtureOf(first)));
  keepKills(first);
  const whole = await record(url, { about: 'A full refresh.', workspace, mode: 'full_refresh' });
  fixtures.set('full-refresh', fixtureOf(whole));
  const open = 'A full refresh, killed when a page of conversations had been read.';
  fixtures.set('full-refresh-killed', fixtureOf(cut(whole, open, stateOf('conversations', isOpen))));
  const options = { emit_deletions: true };
  const deleting = await record(url, { about: 'The first sync with emit_deletions.', workspace, options });
  fixtures.set('deletions', fixtureOf(deleting));
  const about = 'The first sync with emit_deletions, killed when a page of conversations had been read.';
  fixtures.set('deletions-killed', fixtureOf(cut(deleting, about, stateOf('conversations', isOpen))));
  await recordSlow(url);
  await recordFiltered(url);
  await recordOwed(url);
  return first;
}

/** The states of two scans come in one order or the other: each is made to happen by slow answers. */
async function recordSlow(url: string): Promise<void> {
  const workspace = 'plain';
  const names = ['contacts', 'companies', 'company_contacts', 'notes'];
  const slow = (path: string, delay: number) => [{ path, kind: 'slow', delay, times: 1000 }];
  const cuts = [
    ['half-companies', 'Notes of companies had been read, those of contacts not.', slow('/contacts/{id}/notes', 500)],
    ['half-contacts', 'Notes of contacts had been read, those of companies not.', slow('/companies/scroll', 5000)],
  ] as const;
  for (const [name, about, faults] of cuts) {
    const sync = await record(url, { about, workspace, names, faults });
    fixtures.set(
      name,
      fixtureOf(
        cut(
          sync,
          about,
          stateOf('notes', () => true),
        ),
      ),
    );
  }
}

async function recordFiltered(url: string): Promise<void> {
  const workspace = 'plain';
  const options = { contact_roles: ['user'], conversation_states: ['open', 'closed'], event_type: 'user' };
  const filtered = await record(url, { about: 'The first sync under filters.', workspace, options });
  const selected = selectedBy(filtered);
  fixtures.set('filters', fixtureOf(filtered, selected));
  const about = 'The first sync under filters, killed when a page of conversations had been read.';
  fixtures.set('filters-killed', fixtureOf(cut(filtered, about, stateOf('conversations', isOpen)), selected));
  const [tag] = await bodiesOf(url, 'tags');
  const byTag = { tag_ids: [String(tag?.id)] };
  const tagged = await record(url, { about: 'The first sync of what has a tag.', workspace, options: byTag });
  fixtures.set('filters-tag', fixtureOf(tagged, selectedBy(tagged)));
}

async function recordOwed(url: string): Promise<void> {
  const workspace = 'plain';
  const faults = await owedFaults(url);
  const about = 'The first sync, to its end; rows of some conversations, contacts and companies did not come.';
  fixtures.set('owed', fixtureOf(await record(url, { about, workspace, faults, exitCode: 1 })));
  const tickets = await record(url, {
    about: 'The first sync of ticket parts alone; parts of one ticket did not come.',
    workspace,
    names: ['ticket_parts'],
    faults: await shortTicketFaults(url),
    exitCode: 1,
  });
  fixtures.set('owed-tickets', fixtureOf(tickets));
}

async function recordChanged(url: string, first: Recording): Promise<void> {
  const second = await record(url, { about: 'The second sync, to its end.', workspace: 'changed', after: first });
  fixtures.set('changes-end', fixtureOf(second));
  const cuts: readonly [name: string, about: string, stream: string][] = [
    ['changes-killed-1-contacts', 'when a page of changed contacts had been read, newest first', 'contacts'],
    ['changes-killed-2-conversations', 'when a page of changed conversations had been read', 'conversations'],
  ];
  for (const [name, about, stream] of cuts) {
    fixtures.set(
      name,
      fixtureOf(
        cut(
          second,
          `The second sync, killed ${about}.`,
          stateOf(stream, () => true),
        ),
      ),
    );
  }
}

async function recordUnlisted(url: string): Promise<void> {
  const about = 'The first sync of notes and contacts; notes of one company did not come.';
  const faults = await companyNotesFaults(url);
  const names = ['notes', 'contacts'];
  fixtures.set('owed-notes', fixtureOf(await record(url, { about, workspace: 'unlisted', names, faults })));
}

/** Runs `act` on a workspace a minute after its last change. */
async function inWorkspace<T>(name: WorkspaceName, act: (url: string) => Promise<T>): Promise<[T, Digest]> {
  const workspace = await startWorkspace(name);
  try {
    const digest = await digestOf(workspace.url);
    await advance(workspace.url, 60);
    return [await act(workspace.url), digest];
  } finally {
    await workspace.close();
  }
}

const [first, plain] = await inWorkspace('plain', recordPlain);
const [, changed] = await inWorkspace('changed', (url) => recordChanged(url, first));
const [, unlisted] = await inWorkspace('unlisted', recordUnlisted);
await writeFixtures(fixtures, { plain, changed, unlisted });
console.log(`${fixtures.size} fixtures: ${[...fixtures.keys()].join(', ')}`);
