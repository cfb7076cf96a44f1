/** `npm run test:image [-- SCRIPT]`: builds the image, makes all checks and prints the results. Exit code 1 if a check fails. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startSandbox } from '../../sandbox/server.ts';
import { checks } from './checks.ts';
import { findEngine } from './engine.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const image = 'source-intercom:test';
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { version: string };

const engine = findEngine(process.argv[2]);
process.stdout.write(`building ${image} with ${engine.name}\n`);
engine.build(root, image);

const size = { companies: 20, contacts: 60, conversations: 60, tickets: 20 };
const sandbox = await startSandbox(size);
const slowSandbox = await startSandbox({ ...size, conversations: 400, latency: 3000 });
let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    const remark = await check({ engine, image, version, sandbox: sandbox.url, slowSandbox: slowSandbox.url });
    process.stdout.write(`ok      ${name}${remark === undefined ? '' : ` (${remark})`}\n`);
  } catch (error) {
    failed += 1;
    process.stdout.write(`FAILED  ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
await Promise.all([sandbox.close(), slowSandbox.close()]);
const all = Object.keys(checks).length;
process.stdout.write(`${all - failed} of ${all} checks of the image pass\n`);
process.exitCode = failed > 0 ? 1 : 0;
