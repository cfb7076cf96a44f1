/** Reads a sandbox as an orchestrator does over days: it keeps the states, and loses the output that a killed run had not handed over. */
import {
  type CatalogStream,
  configure,
  lastStates,
  type Message,
  type Output,
  runConnector,
  type StateMessageLine,
} from '../../tests/harness/connector.ts';

export interface Sync {
  readonly output: Output;
  readonly killed: boolean;
  readonly complete: boolean;
  /** States that it was given. */
  readonly given: readonly StateMessageLine[];
}

export interface Reader {
  readonly syncs: readonly Sync[];
  /** One sync. `killAfter`: how many records and states are let through before the process is killed. */
  readonly sync: (streams: readonly CatalogStream[], killAfter?: number | null) => Promise<Sync>;
}

export function createReader(baseUrl: string, config: object, env: NodeJS.ProcessEnv): Reader {
  const states = new Map<string, StateMessageLine>();
  const syncs: Sync[] = [];
  return {
    syncs,
    async sync(streams, killAfter = null) {
      const given = [...states.values()];
      let passed = 0;
      const files = { config, catalog: configure(streams), state: given };
      const output = await runConnector('read', files, {
        baseUrl,
        env,
        killAfter: (message) => {
          if (counts(message)) passed += 1;
          return passed === killAfter;
        },
      });
      const killed = output.signal === 'SIGKILL';
      const sync = {
        output: killed ? upTo(output, killAfter ?? 0) : output,
        killed,
        complete: output.exitCode === 0,
        given,
      };
      for (const state of lastStates(sync.output)) states.set(state.stream.stream_descriptor.name, state);
      syncs.push(sync);
      return sync;
    },
  };
}

function counts({ record, state }: Message): boolean {
  return record !== undefined || state !== undefined;
}

/** The output without the rest in the pipe when the process was killed, as if the orchestrator had died as well. */
function upTo(output: Output, most: number): Output {
  let passed = 0;
  const messages = output.messages.filter((message) => {
    if (counts(message)) passed += 1;
    return passed <= most;
  });
  return { ...output, messages };
}
