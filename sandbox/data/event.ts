/** Data events: what contacts did, as the customer's own system reported it. */
import { chooser } from './random.ts';
import type { Version, World } from './world.ts';

export interface DataEvent {
  readonly name: string;
  /** Epoch milliseconds: no two events of a contact have the same. */
  readonly at: number;
}

const descriptions: Readonly<Record<string, string>> = {
  'exported-report': 'Somebody took a report out of the app',
  'invited-colleague': 'Somebody asked a colleague in',
  'changed-plan': 'Somebody moved to another plan',
  'opened-dashboard': 'Somebody looked at the dashboard',
};
const names = Object.keys(descriptions);
const day = 86_400_000;

export function eventDescription(name: string): string {
  return descriptions[name] ?? '';
}

/** The metadata of an event: the same for equal names in the same second; some events have none. */
export function eventMetadata({ name, at }: DataEvent): Readonly<Record<string, string>> | undefined {
  const second = Math.floor(at / 1000);
  if (second % 4 === 0) return undefined;
  return name === 'changed-plan'
    ? { plan: second % 2 ? 'team' : 'business' }
    : { page: String(second % 9), via: 'web' };
}

/**
 * Every event of a contact, oldest first: those of the generated history, then those that were added. In the history
 * nothing happened between 80 and 95 days before its end, so that no event passes the limit of 90 days while a test runs.
 */
export function events(world: World, version: Version): readonly DataEvent[] {
  const added = (version.events ?? []).map((second, index) => ({
    name: names[(version.ordinal + index) % names.length] ?? '',
    at: second * 1000,
  }));
  const all = [...generatedEvents(world, version), ...added].sort((a, b) => a.at - b.at);
  let last = 0;
  return all.map(({ name, at }) => {
    last = Math.max(at, last + 1);
    return { name, at: last };
  });
}

/** Now and then an event comes twice in one second. */
function generatedEvents(world: World, { ordinal, createdAt }: Version): DataEvent[] {
  return Array.from({ length: eventCount(world, ordinal) }, (_, index) => {
    const choose = chooser(world.seed, 'event', ordinal * mostEvents + index);
    const days = choose.chance('recent', 0.75) ? choose.unit('days') * 80 : 95 + choose.unit('days') * 200;
    const second = Math.floor((world.now * 1000 - days * day) / 1000);
    const event = { name: names[choose.integer('name', 0, names.length - 1)] ?? '', at: second * 1000 };
    return choose.chance('twice', 0.15) ? [event, event] : [event];
  })
    .flat()
    .filter(({ at }) => at >= createdAt * 1000);
}

const mostEvents = 1024;

/** Most contacts have none, some a few, a few more than a page; in a workspace with more than 100 contacts, the third always has more than a page. */
function eventCount({ seed, counts }: World, ordinal: number): number {
  const choose = chooser(seed, 'events', ordinal);
  if (choose.chance('busy', 0.01) || (ordinal === 2 && counts.contacts > 100)) return choose.integer('count', 120, 160);
  return choose.chance('active', 0.4) ? choose.integer('count', 1, 6) : 0;
}
