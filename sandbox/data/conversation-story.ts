/** The events of a conversation, part by part: its head and its parts are computed from the same story. */
import { partsAtFirst, partTime } from './parts.ts';
import { assigneeId, participants } from './people.ts';
import { type Chooser, chooser } from './random.ts';
import type { Version, World } from './world.ts';

export type Beat =
  | 'assignment'
  | 'answer'
  | 'aiAnswer'
  | 'question'
  | 'note'
  | 'attribute'
  | 'actionStarted'
  | 'actionFinished'
  | 'close'
  | 'open'
  | 'snooze';

export type State = 'open' | 'closed' | 'snoozed';

export interface Story {
  readonly version: Version;
  readonly choose: Chooser;
  /** Ordinals of the contacts and of the teammates who take part. */
  readonly contacts: readonly number[];
  readonly admins: readonly number[];
  /** Whether the AI agent speaks first. */
  readonly withAi: boolean;
  /** The number of parts before the first revision, and the present number. */
  readonly atFirst: number;
  readonly count: number;
  beat(index: number): Beat;
  /** The state after the part at `index`. */
  stateAt(index: number): State;
  /** Epoch seconds. */
  at(index: number): number;
}

/** Parts after the first answer, repeated as long as there are parts. */
const scripts: readonly [readonly Beat[], ...(readonly Beat[])[]] = [
  ['question', 'answer', 'question', 'note', 'answer'],
  ['question', 'attribute', 'answer', 'question', 'answer', 'close', 'open', 'answer'],
  ['question', 'actionStarted', 'actionFinished', 'answer', 'note', 'question', 'answer'],
];

/** Parts that revisions add, one after the other: each leads to another state. */
const revisions = ['open', 'snooze', 'question', 'close'] as const;

export function story(world: World, version: Version): Story {
  const { ordinal, revision } = version;
  const { counts } = world;
  const choose = chooser(world.seed, 'conversation', ordinal);
  const atFirst = partsAtFirst(world, 'conversationPart', ordinal, counts.conversations);
  const begun = choose.oneOf('state', ['open', 'open', 'closed', 'closed', 'closed', 'snoozed']);
  const withAi = choose.chance('ai agent', 0.25);
  const assigned = assigneeId(world, choose, 'admin', 0) + assigneeId(world, choose, 'team', 0) > 0;
  const script = scripts[choose.integer('script', 0, scripts.length - 1)] ?? scripts[0];

  function beat(index: number): Beat {
    if (index >= atFirst) return revisionBeat(index - atFirst, begun);
    if (index === atFirst - 1) return ending(begun, choose);
    if (index === 0) return assigned ? 'assignment' : 'attribute';
    if (index === 1) return withAi ? 'aiAnswer' : 'answer';
    const next = script[(index - 2) % script.length] ?? 'answer';
    // A conversation is not closed just before its end.
    return next === 'close' && index === atFirst - 2 ? 'answer' : next;
  }

  return {
    version,
    choose,
    contacts: participants(world, choose),
    admins: choose.several('teammates', choose.chance('two teammates', 0.2) ? 2 : 1, counts.admins),
    withAi,
    atFirst,
    count: atFirst + revision,
    beat,
    stateAt: (index) => stateAfter(beat(index)),
    at: (index) => partTime(version, atFirst, index),
  };
}

/** The state now. */
export function stateOf({ count, stateAt }: Story): State {
  return stateAt(count - 1);
}

function ending(state: State, choose: Chooser): Beat {
  if (state === 'open') return choose.chance('waiting', 0.6) ? 'question' : 'answer';
  return state === 'closed' ? 'close' : 'snooze';
}

/** A closed conversation is opened first, an open one is closed first. */
function revisionBeat(step: number, begun: State): Beat {
  return revisions[(step + (begun === 'closed' ? 0 : 3)) % revisions.length] ?? 'question';
}

function stateAfter(beat: Beat): State {
  if (beat === 'close') return 'closed';
  return beat === 'snooze' ? 'snoozed' : 'open';
}
