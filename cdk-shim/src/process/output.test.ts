import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOutput, OutputError } from './output.ts';

const WRITER = join(import.meta.dirname, '../fixtures/write-lines.ts');
const run = promisify(execFile);

function shell(command: string): Promise<{ stdout: string; stderr: string }> {
  return run('sh', ['-c', command], { env: { ...process.env, NODE: process.execPath, WRITER } });
}

describe('to a file', () => {
  let folder: string;
  let path: string;
  let fd: number;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'output-'));
    path = join(folder, 'out');
    fd = openSync(path, 'w');
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('writes every line once, in order', async () => {
    const output = createOutput({ fd });
    const lines = Array.from({ length: 5000 }, (_, index) => `${index} ä 💶 ${'x'.repeat(index % 300)}`);
    for (const line of lines) {
      output.write(line);
      await output.ready();
    }
    await output.close();
    closeSync(fd);
    expect(await readFile(path, 'utf8')).toBe(`${lines.join('\n')}\n`);
  });

  it('escapes the line separators of Unicode, because some readers end a line there', async () => {
    const output = createOutput({ fd });
    const text = 'a\u0085b\u2028c\u2029d';
    output.write(JSON.stringify(text));
    await output.close();
    closeSync(fd);
    const written = await readFile(path, 'utf8');
    expect(written).toBe('"a\\u0085b\\u2028c\\u2029d"\n');
    expect(JSON.parse(written)).toBe(text);
  });

  it('writes a few lines without a call of ready, so that a slow source also produces output', async () => {
    const output = createOutput({ fd });
    output.write('line');
    await expect.poll(() => readFile(path, 'utf8')).toBe('line\n');
    closeSync(fd);
  });

  it('closes when its lines are written, even while other code continues to write', async () => {
    const output = createOutput({ fd });
    let writing = true;
    const writer = (async () => {
      while (writing) {
        output.write('x'.repeat(100_000));
        await output.ready();
      }
    })();
    output.write('mine');
    await output.close();
    expect(await readFile(path, 'utf8')).toContain('mine\n');
    writing = false;
    await writer;
    await output.close();
    closeSync(fd);
  });

  it('rejects with the reason, and reports it once, when the output cannot be written', async () => {
    closeSync(fd);
    const failures: OutputError[] = [];
    const output = createOutput({ fd, onFailure: (error) => failures.push(error) });
    output.write('x'.repeat(100_000));
    await expect(output.ready()).resolves.toBeUndefined();
    await expect(output.close()).rejects.toBeInstanceOf(OutputError);
    output.write('more');
    await expect(output.ready()).rejects.toMatchObject({ code: 'EBADF' });
    expect(failures.map(({ code }) => code)).toEqual(['EBADF']);
  });
});

describe('to a reader', () => {
  it('waits for a slow reader, without keeping unread lines in memory', async () => {
    const { stdout, stderr } = await shell('"$NODE" "$WRITER" 300000 | (sleep 0.5; wc -l)');
    expect(Number(stdout)).toBe(300_000);
    expect(Number(stderr)).toBeGreaterThan(0);
    expect(Number(stderr)).toBeLessThan(200);
  });

  it('loses no line on a non-blocking pipe, such as a pipe shared with stderr', async () => {
    const { stdout } = await shell('"$NODE" "$WRITER" 2000 hello 2>&1 | (sleep 0.3; wc -l)');
    expect(Number(stdout)).toBe(2002);
  });

  it('ends the process at once, with one sentence, when the reader closes the pipe', async () => {
    const child = spawn(process.execPath, [WRITER, '100000000'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const exitCode = await new Promise((resolve) => child.once('close', resolve));
    expect(exitCode).toBe(1);
    expect(stderr).toBe('The reader of the output has closed it, so this process stops.\n');
  });

  it('reports a full disk', async () => {
    await expect(shell('"$NODE" "$WRITER" 100 > /dev/full')).rejects.toMatchObject({
      code: 1,
      stderr: 'The disk of the output is full: free some space, and run again.\n',
    });
  });
});
