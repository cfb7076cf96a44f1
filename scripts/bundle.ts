/**
 * Puts the program into bundle/, without node_modules: the image holds it on top of its base. Build first.
 * Each entry stays where it is in the checkout, since it finds schemas/ and package.json from there.
 */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = new URL('../', import.meta.url);
const there = (path: string) => fileURLToPath(new URL(path, root));

await rm(there('bundle'), { recursive: true, force: true });
const bundle = await rolldown({
  input: { main: there('dist/src/main.js'), tap: there('dist/src/tap.js') },
  platform: 'node',
});
await bundle.write({ dir: there('bundle/dist/src'), format: 'esm', minify: true });
await bundle.close();
for (const path of ['bin', 'schemas', 'spec.json', 'LICENSE']) {
  await cp(there(path), there(`bundle/${path}`), { recursive: true, filter: (file) => !file.endsWith('.ts') });
}
const { name, version, license, type } = JSON.parse(await readFile(there('package.json'), 'utf8'));
await writeFile(there('bundle/package.json'), `${JSON.stringify({ name, version, license, type }, null, 2)}\n`);
