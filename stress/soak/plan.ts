/** The plan of one run of the soak: a workspace, its readings, and a schedule of syncs, changes, faults and kills. */
import fc from 'fast-check';
import type { SandboxOptions } from '../../sandbox/options.ts';
import type { Kind } from '../../sandbox/resources/index.ts';
import { type ScenarioName, scenarioNames } from '../../sandbox/scenarios.ts';

export interface Plan {
  readonly workspace: Partial<SandboxOptions>;
  readonly startDate: string;
  /** A backfill splits a range of time with more unread records than these. */
  readonly splitAbove: number;
  readonly emitDeletions: boolean;
  /** Streams, by their number in the catalog modulo this, that join with the second sync; 0 for none. */
  readonly lateEvery: number;
  readonly syncs: readonly SyncPlan[];
  /** Seconds by which the index is up to date for longer than its lag before the quiet end begins. */
  readonly quietFor: number;
}

export interface SyncPlan {
  /** Changes before it. */
  readonly changes: readonly Changes[];
  readonly weather: Weather | null;
  /** Changes while it runs. */
  readonly live: Life | null;
  /** It is killed after so many records and states. */
  readonly killAfter: number | null;
}

/** Seconds, and a share of the calls. */
export interface Changes {
  readonly count: number;
  readonly seed: number;
  readonly advance: number;
  readonly spread: number;
  readonly kinds?: readonly Kind[];
  readonly unseen: boolean;
}

export interface Weather {
  readonly scenario: ScenarioName;
  readonly rate: number;
  readonly seed: number;
}

export interface Life {
  readonly perCall: number;
  readonly advance: number;
  readonly seed: number;
}

const seed = fc.nat(2 ** 30);

/** Mostly a page or less of Intercom's, now and then more than two, and seldom so many that several windows are read. */
const size = (most: number) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.nat(Math.ceil(most / 8)) },
    { weight: 2, arbitrary: fc.nat(most) },
    { weight: 1, arbitrary: fc.integer({ min: most, max: 3 * most }) },
  );

const zones = ['America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu', 'Europe/Dublin', 'UTC'];
/** A summer, the hours about both changes of the clock in New York, and a leap day. */
const moments = ['2026-06-01T12:00:00Z', '2026-03-08T06:59:30Z', '2026-11-01T05:58:00Z', '2028-02-29T23:59:50Z'];

const workspaces: fc.Arbitrary<Partial<SandboxOptions>> = fc.record({
  seed,
  companies: size(240),
  contacts: size(340),
  conversations: size(340),
  tickets: size(340),
  tags: fc.integer({ min: 1, max: 8 }),
  segments: fc.integer({ min: 1, max: 5 }),
  admins: fc.integer({ min: 1, max: 4 }),
  activityLogs: size(300),
  timezone: fc.constantFrom(...zones),
  now: fc.constantFrom(...moments),
  indexLag: fc.constantFrom(0, 0, 5, 120, 600),
  cursor: fc.constantFrom('value', 'offset'),
  sort: fc.constantFrom('heeded', 'heeded', 'heeded', 'ignored'),
  greaterThan: fc.constantFrom('strict', 'inclusive'),
  shapes: fc.constantFrom('live', 'documented'),
  companyNotes: fc.constantFrom('present', 'absent'),
  cursorLists: fc.constantFrom('company-contacts', 'all', 'none'),
  pagedLists: fc.boolean(),
  searchBodies: fc.constantFrom('index', 'live'),
  contactDays: fc.constantFrom('zone', 'utc'),
  companyLists: fc.constantFrom('full', 'empty'),
  contactCompaniesKey: fc.constantFrom('data', 'companies'),
  partsTotal: fc.constantFrom('true', 'capped'),
  ticketSearchState: fc.constantFrom('category', 'label'),
  searchDisplayAs: fc.constantFrom('honoured', 'ignored'),
  deletedOrder: fc.constantFrom('desc', 'asc'),
  taggingTouches: fc.boolean(),
  membershipTouches: fc.boolean(),
  notesTouch: fc.boolean(),
  eventsTouch: fc.boolean(),
  scrollExpiry: fc.constant(1),
  rateLimit: fc.constant(100_000),
});

const movingKinds = ['companies', 'contacts', 'conversations', 'tickets'] as const;

/** Seconds between two syncs, and between two changes: within a second, within the overlap, hours, days. */
const seconds = fc.oneof(fc.nat(2), fc.nat(900), fc.constantFrom(3600, 7200, 86_400, 200_000));

const changes: fc.Arbitrary<Changes> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      count: fc.nat(60),
      seed,
      advance: seconds,
      spread: fc.constantFrom(0, 0, 1, 20, 300),
      unseen: fc.boolean(),
    }),
  },
  // Many of one kind in one second: more than a page, at times.
  {
    weight: 1,
    arbitrary: fc.record({
      count: fc.integer({ min: 100, max: 260 }),
      seed,
      advance: seconds,
      spread: fc.constant(0),
      unseen: fc.constant(false),
      kinds: fc.constantFrom(...movingKinds).map((kind) => [kind]),
    }),
  },
);

/** Scenarios that a connector must bear; under the others it must complain. */
const bearable = scenarioNames.filter((name) => name !== 'loop' && name !== 'dropped');

const syncs: fc.Arbitrary<SyncPlan> = fc.record({
  changes: fc.array(changes, { maxLength: 2 }),
  weather: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.record({ scenario: fc.constantFrom(...bearable), rate: fc.constantFrom(0.004, 0.01), seed }),
    },
  ),
  live: fc.oneof(fc.constant(null), fc.record({ perCall: fc.constantFrom(0.05, 0.3, 2), advance: fc.nat(3), seed })),
  killAfter: fc.oneof(
    fc.constant(null),
    fc.integer({ min: 1, max: 20 }),
    fc.integer({ min: 1, max: 300 }),
    fc.integer({ min: 1, max: 1500 }),
  ),
});

export const plans: fc.Arbitrary<Plan> = fc.record({
  workspace: workspaces,
  startDate: fc.constantFrom('2015-01-01T00:00:00Z', '2015-01-01T00:00:00Z', '2025-10-01T00:00:00Z'),
  splitAbove: fc.constantFrom(1, 1, 100, 20_000),
  emitDeletions: fc.boolean(),
  lateEvery: fc.constantFrom(0, 0, 2, 3),
  syncs: fc.array(syncs, { minLength: 1, maxLength: 4 }),
  quietFor: fc.constantFrom(2, 60, 5000, 200_000),
});
