/** Starts a separate Airflow, `airflow standalone` on free ports, and calls its API. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../free-port.ts';

/** The longest time, in seconds, until Airflow answers, and until a run ends. */
const STARTS_WITHIN = 90;
const RUNS_WITHIN = 300;

export interface TaskInstance {
  readonly task_id: string;
  readonly map_index: number;
  readonly rendered_map_index: string | null;
  readonly state: string | null;
  readonly try_number: number;
}

export interface Run {
  readonly state: string;
  readonly tasks: readonly TaskInstance[];
}

export interface Airflow {
  /** Waits until the DAG's nth run, counted from one, has ended. Throws if the wait is too long. */
  readonly ended: (dag: string, nth: number) => Promise<Run>;
  /** Returns the end of Airflow's output. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

/** Returns variables that let several Airflows run on one machine, with two tasks at a time. */
export async function settings(): Promise<
  Readonly<Record<string, string>> & { readonly AIRFLOW__API__BASE_URL: string }
> {
  const [api, logs, triggers] = [await freePort(), await freePort(), await freePort()];
  const url = `http://127.0.0.1:${api}`;
  return {
    AIRFLOW__API__HOST: '127.0.0.1',
    AIRFLOW__API__PORT: String(api),
    AIRFLOW__API__BASE_URL: url,
    AIRFLOW__API__WORKERS: '1',
    AIRFLOW__CORE__EXECUTION_API_SERVER_URL: `${url}/execution/`,
    AIRFLOW__LOGGING__WORKER_LOG_SERVER_PORT: String(logs),
    AIRFLOW__LOGGING__TRIGGER_LOG_SERVER_PORT: String(triggers),
    AIRFLOW__CORE__EXECUTOR: 'LocalExecutor',
    AIRFLOW__CORE__PARALLELISM: '2',
    AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS: 'True',
    AIRFLOW__USAGE_DATA_COLLECTION__ENABLED: 'False',
  };
}

/** Runs a shell script that ends with `airflow standalone`. Resolves when the API answers. */
export async function startAirflow(script: string, cwd: string, url: string, env: NodeJS.ProcessEnv): Promise<Airflow> {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], { cwd, env, detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-20_000);
    });
  }
  const ended = once(child, 'exit');
  const ask = async (path: string) => {
    const response = await fetch(`${url}${path}`, { headers: { Authorization: `Bearer ${await token(url)}` } });
    if (!response.ok) throw new Error(`Airflow answers ${response.status} to ${path}`);
    return response.json() as Promise<Readonly<Record<string, unknown>>>;
  };
  const airflow: Airflow = {
    ended: (dag, nth) => within(RUNS_WITHIN, `run ${nth} does not end`, () => endedRun(ask, dag, nth)),
    output: () => output,
    async stop() {
      // Airflow needs no orderly shutdown, because its folder will be deleted.
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
  try {
    await within(STARTS_WITHIN, 'Airflow does not start', async () => {
      if (child.exitCode !== null) throw new Error(`Airflow ended with ${child.exitCode}`);
      return fetch(`${url}/api/v2/version`).catch(() => undefined);
    });
  } catch (error) {
    console.error(output);
    await airflow.stop();
    throw error;
  }
  return airflow;
}

async function token(url: string): Promise<string> {
  const response = await fetch(`${url}/auth/token`);
  return ((await response.json()) as { readonly access_token: string }).access_token;
}

async function endedRun(ask: (path: string) => Promise<object>, dag: string, nth: number): Promise<Run | undefined> {
  const path = `/api/v2/dags/${dag}/dagRuns`;
  const { dag_runs } = (await ask(`${path}?order_by=run_after`)) as {
    readonly dag_runs: readonly { readonly dag_run_id: string; readonly state: string }[];
  };
  const run = dag_runs[nth - 1];
  if (!run || !['success', 'failed'].includes(run.state)) return undefined;
  const instances = await ask(`${path}/${encodeURIComponent(run.dag_run_id)}/taskInstances?limit=100`);
  return {
    state: run.state,
    tasks: (instances as { readonly task_instances: readonly TaskInstance[] }).task_instances,
  };
}

/** Repeats a question every half second until it has an answer. */
async function within<T>(seconds: number, otherwise: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await setTimeout(500);
  }
  throw new Error(`${otherwise} within ${seconds} s`);
}
