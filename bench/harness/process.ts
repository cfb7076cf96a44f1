/** Runs a program and measures it: time, CPU, peak memory and output. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync, statSync } from 'node:fs';

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** A file for stdout, and beside it one for stderr that ends in .log. Default: stdout is counted, stderr is shown. */
  readonly output?: string;
}

export interface Figures {
  /** From the start to the end. */
  readonly seconds: number;
  /** User and system time, to a hundredth of a second. */
  readonly cpuSeconds: number;
  /** The high-water mark of the resident memory. */
  readonly peakMb: number;
  readonly outputMb: number;
}

/** Throws where the program ends with another exit code than 0. */
export async function measure({ command, args, env = {}, output }: Program): Promise<Figures> {
  const began = performance.now();
  const [stdout, stderr] = output
    ? [openSync(output, 'w'), openSync(`${output}.log`, 'w')]
    : ['pipe' as const, 'inherit' as const];
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', stdout, stderr] });
  const usage = watch(child);
  let bytes = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  const [code] = await once(child, 'close');
  const seconds = (performance.now() - began) / 1000;
  if (code !== 0) {
    const said = output ? `\n${readFileSync(`${output}.log`, 'utf8').slice(-2000)}` : '';
    throw new Error(`${command} ${args.join(' ')} ended with exit code ${code}.${said}`);
  }
  return { seconds, ...usage(), outputMb: (output ? statSync(output).size : bytes) / 1e6 };
}

/** Linux keeps both figures only while the process lives, so they are read often. */
function watch({ pid }: ChildProcess): () => Pick<Figures, 'cpuSeconds' | 'peakMb'> {
  let cpuSeconds = 0;
  let peakMb = 0;
  const timer = setInterval(() => {
    try {
      const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      peakMb = Math.max(peakMb, Number(peak ?? 0) / 1024);
      // The fields after the name of the program, which stands in parentheses: utime and stime are the 14th and 15th of all.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      cpuSeconds = Math.max(cpuSeconds, (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND);
    } catch {
      clearInterval(timer);
    }
  }, 20);
  return () => {
    clearInterval(timer);
    return { cpuSeconds, peakMb };
  };
}

/** USER_HZ, which is 100 on every Linux that Node runs on. Source: proc_pid_stat(5). */
const TICKS_A_SECOND = 100;

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
