/** Changes a workspace on demand: the operations of a request, or a seeded random mix. */
import { parameterInvalid } from '../errors.ts';
import type { Kind } from '../resources/index.ts';
import { addEvent, addNote, companiesTouchedBy, create, merge, remove, score, tag, update } from './change.ts';
import { createRandom, type Random } from './random.ts';
import { find, idOf, type Workspace } from './workspace.ts';

const operations = ['update', 'create', 'delete', 'merge', 'add_part', 'tag', 'note', 'event', 'score'] as const;
const defaultKinds: readonly Kind[] = [
  'companies',
  'contacts',
  'conversations',
  'tickets',
  'activity_logs',
  'segments',
];

export interface Operation {
  readonly op: (typeof operations)[number];
  readonly kind: Kind;
  /** The record; absent for `create`, or for a random one. */
  readonly id?: string;
  /** Tag to put on, or contact to merge into; absent for a random one. */
  readonly with?: string;
}

export interface MutateRequest {
  /** How many random operations. */
  readonly count?: number;
  readonly seed?: number;
  readonly kinds?: readonly Kind[];
  /** Whether the random mix deletes and merges. */
  readonly deletes?: boolean;
  /** Whether the random mix also makes changes that move no `updated_at`: deleted companies, notes and events. */
  readonly unseen?: boolean;
  /** Seconds that the clock moves before the first change, and (`spread`) after each change. */
  readonly advance?: number;
  readonly spread?: number;
  readonly operations?: readonly Operation[];
}

export interface MutateReport {
  /** Epoch seconds after the last change. */
  readonly now: number;
  /** Ids of the records that were made or changed, and of those deleted, by kind. */
  readonly changed: Readonly<Record<string, readonly string[]>>;
  readonly deleted: Readonly<Record<string, readonly string[]>>;
}

/** Throws 400 for an invalid operation. */
export function mutate(workspace: Workspace, request: MutateRequest): MutateReport {
  const random = createRandom(request.seed ?? 1);
  const chosenKinds = readKinds(workspace, request.kinds ?? defaultKinds);
  const log = { changed: new Map<Kind, Set<string>>(), deleted: new Map<Kind, Set<string>>() };
  const spread = request.spread ?? 1;
  const { deletes = true, unseen = false } = request;
  const { notesTouch, eventsTouch } = workspace.options;
  const mix: Mix = { deletes, unseen, notes: notesTouch || unseen, events: eventsTouch || unseen };
  workspace.clock.advance(request.advance ?? 60);
  const count = request.operations?.length ?? request.count ?? 0;
  for (let i = 0; i < count; i++) {
    const operation = request.operations?.[i] ?? draw(workspace, random, chosenKinds, mix);
    apply(workspace, operation, random, log);
    workspace.clock.advance(spread);
  }
  return { now: workspace.clock.seconds(), changed: plain(log.changed), deleted: plain(log.deleted) };
}

/** The operations that the random mix may contain. */
interface Mix {
  readonly deletes: boolean;
  readonly unseen: boolean;
  readonly notes: boolean;
  readonly events: boolean;
}

type Log = Record<'changed' | 'deleted', Map<Kind, Set<string>>>;

function apply(workspace: Workspace, operation: Operation, random: Random, log: Log): void {
  const { op, kind, id, with: other } = operation;
  if (!operations.includes(op)) throw parameterInvalid(`op must be one of: ${operations.join(', ')}`);
  readKinds(workspace, [kind]);
  const ordinal = op === 'create' ? create(workspace, kind) : pick(workspace, kind, id, random);
  if (ordinal === undefined) return;
  if (op === 'merge') {
    const target = mergeInto(workspace, kind, ordinal, pick(workspace, kind, other, random));
    if (target === undefined) return;
    record(workspace, log.changed, kind, target);
  } else if (op === 'tag') tagWith(workspace, kind, ordinal, pick(workspace, 'tags', other, random));
  else if (op !== 'create') changeAlone(workspace, op, kind, ordinal);
  record(workspace, op === 'delete' || op === 'merge' ? log.deleted : log.changed, kind, ordinal);
  if (kind === 'contacts' && (op === 'create' || op === 'delete' || op === 'merge')) {
    for (const company of companiesTouchedBy(workspace, ordinal)) record(workspace, log.changed, 'companies', company);
  }
}

/** Applies an operation that concerns one record alone. */
function changeAlone(
  workspace: Workspace,
  op: 'update' | 'add_part' | 'delete' | 'note' | 'event' | 'score',
  kind: Kind,
  ordinal: number,
): void {
  if (op === 'delete') remove(workspace, kind, ordinal);
  else if (op === 'note') {
    if (kind !== 'contacts' && kind !== 'companies') throw parameterInvalid('only contacts and companies have notes');
    addNote(workspace, kind, ordinal);
  } else if (op === 'event') {
    if (kind !== 'contacts') throw parameterInvalid('only contacts have events');
    addEvent(workspace, ordinal);
  } else if (op === 'score') {
    if (kind !== 'conversations') throw parameterInvalid('only conversations are scored');
    score(workspace, ordinal);
  } else update(workspace, kind, ordinal);
}

/** The contact that `source` was merged into; `undefined` when it is `source` itself, or there is none. */
function mergeInto(workspace: Workspace, kind: Kind, source: number, target: number | undefined): number | undefined {
  if (kind !== 'contacts') throw parameterInvalid('only contacts are merged');
  if (target === undefined || target === source) return undefined;
  merge(workspace, source, target);
  return target;
}

function tagWith(workspace: Workspace, kind: Kind, ordinal: number, tagOrdinal: number | undefined): void {
  if (kind !== 'contacts' && kind !== 'conversations') {
    throw parameterInvalid('only contacts and conversations are tagged');
  }
  if (tagOrdinal !== undefined) tag(workspace, kind, ordinal, tagOrdinal);
}

/** A record by id (throws when there is none), or a random existing one; `undefined` when the kind is empty. */
function pick(workspace: Workspace, kind: Kind, id: string | undefined, random: Random): number | undefined {
  if (id !== undefined) {
    const ordinal = find(workspace, kind, id);
    if (ordinal === undefined) throw parameterInvalid(`no ${kind} with id ${id}`);
    return ordinal;
  }
  const { byUpdate } = workspace.stores[kind].live;
  return byUpdate.length === 0 ? undefined : byUpdate.at(random.integer(byUpdate.length));
}

/**
 * Half of the mix are updates; the rest are creations, parts, tags, notes, events, and a few deletions and merges. Segments
 * are never deleted. With `unseen` companies are deleted too, and notes and events are added that move no `updated_at`.
 */
function draw({ collections }: Workspace, random: Random, chosen: readonly Kind[], mix: Mix): Operation {
  const kind = chosen[random.integer(chosen.length)] ?? 'conversations';
  const dice = random.next();
  if (collections[kind].isLog || dice < 0.2) return { op: 'create', kind };
  if (mix.deletes && dice < 0.26 && kind !== 'segments' && (kind !== 'companies' || mix.unseen))
    return { op: kind === 'contacts' && dice < 0.22 ? 'merge' : 'delete', kind };
  if (dice < 0.4 && (kind === 'contacts' || kind === 'conversations')) return { op: 'tag', kind };
  if (dice < 0.7 && (kind === 'conversations' || kind === 'tickets')) return { op: 'add_part', kind };
  if (mix.notes && dice < 0.5 && (kind === 'contacts' || kind === 'companies')) return { op: 'note', kind };
  if (mix.events && dice < 0.6 && kind === 'contacts') return { op: 'event', kind };
  return { op: 'update', kind };
}

function readKinds({ collections }: Workspace, names: readonly Kind[]): readonly Kind[] {
  const unknown = names.find((name) => !Object.hasOwn(collections, name));
  if (unknown !== undefined) throw parameterInvalid(`kind must be one of: ${Object.keys(collections).join(', ')}`);
  return names;
}

function record(workspace: Workspace, log: Map<Kind, Set<string>>, kind: Kind, ordinal: number): void {
  const ids = log.get(kind) ?? new Set();
  log.set(kind, ids.add(idOf(workspace, kind, ordinal)));
}

function plain(log: ReadonlyMap<Kind, ReadonlySet<string>>): Record<string, string[]> {
  return Object.fromEntries([...log].map(([kind, ids]) => [kind, [...ids]]));
}
