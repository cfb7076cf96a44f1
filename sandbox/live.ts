/** Keeps a workspace moving while it is read: random changes in real time, or before calls of the API. */
import { parameterInvalid } from './errors.ts';
import { type MutateRequest, mutate } from './workspace/mutate.ts';
import { createRandom } from './workspace/random.ts';
import type { Workspace } from './workspace/workspace.ts';

export interface LiveRequest extends Pick<MutateRequest, 'deletes' | 'kinds' | 'unseen'> {
  /** Changes in a second of real time; 0 ends them. */
  readonly perSecond?: number;
  /** Changes for each call of the API, before it is answered: the same ones for the same seed and the same calls. */
  readonly perCall?: number;
  /** Seconds that the clock moves before each change, at most. */
  readonly advance?: number;
  readonly seed?: number;
}

export interface Live {
  /** Replaces the earlier setting. Throws 400 for an invalid rate. */
  readonly set: (request: unknown) => Required<Pick<LiveRequest, 'perSecond' | 'perCall'>>;
  readonly beforeCall: () => void;
  readonly stop: () => void;
}

const mostPerSecond = 1000;

/** The first rate is that of the workspace's options. */
export function createLive(workspace: Workspace): Live {
  let timer: NodeJS.Timeout | undefined;
  let change = () => {};
  let perCall = 0;
  let due = 0;

  const stop = () => clearInterval(timer);
  const set = (request: LiveRequest) => {
    stop();
    const { perSecond = 0, advance = 0, seed = workspace.options.seed, deletes, kinds, unseen } = request;
    perCall = rate(request.perCall ?? 0, 'perCall');
    due = 0;
    const random = createRandom(seed);
    const mix = { ...(deletes !== undefined && { deletes }), ...(kinds && { kinds }), ...(unseen && { unseen }) };
    change = () => {
      const moved = advance > 0 ? random.integer(advance + 1) : 0;
      mutate(workspace, { count: 1, seed: random.integer(2 ** 31), advance: moved, spread: 0, ...mix });
    };
    if (rate(perSecond, 'perSecond') > 0) timer = setInterval(change, 1000 / perSecond).unref();
    return { perSecond, perCall };
  };
  set({ perSecond: workspace.options.live });
  return {
    set: (request) => set((request ?? {}) as LiveRequest),
    stop,
    beforeCall: () => {
      for (due += perCall; due >= 1; due -= 1) change();
    },
  };
}

function rate(value: unknown, name: string): number {
  if (typeof value === 'number' && value >= 0 && value <= mostPerSecond) return value;
  throw parameterInvalid(`${name} must be a number from 0 to ${mostPerSecond}`);
}
