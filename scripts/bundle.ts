/**
 * Puts the program into bundle/, without node_modules: the image holds it on top of its base, and npm packs it. Build first.
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
const engine = await rolldown({ input: { index: there('cdk-shim/dist/index.js') }, platform: 'node' });
await engine.write({ dir: there('bundle/dist/engine'), format: 'esm' });
await engine.close();
// Declarations name each other by the endings of their sources, which TypeScript understands.
await cp(there('cdk-shim/dist'), there('bundle/dist/engine'), {
  recursive: true,
  filter: (file) => !/\.(js|map)$|fixtures|buildinfo$/.test(file),
});
for (const path of ['bin', 'schemas', 'spec.json', 'LICENSE']) {
  await cp(there(path), there(`bundle/${path}`), { recursive: true, filter: (file) => !file.endsWith('.ts') });
}
const own = JSON.parse(await readFile(there('package.json'), 'utf8'));
await writeFile(there('bundle/package.json'), `${JSON.stringify(packageOf(own), null, 2)}\n`);
await cp(there('README.md'), there('bundle/README.md'));
await cp(there('CHANGELOG.md'), there('bundle/CHANGELOG.md'));

/** Everything but the types of yargs is in the bundle, so the package has no other dependency. */
function packageOf({
  name,
  version,
  description,
  license,
  type,
  engines,
  repository,
  bugs,
  keywords,
  bin,
  devDependencies,
}: Own) {
  const types = '@types/yargs';
  return {
    ...{ name, version, description, keywords, license, repository, bugs, type, engines, bin },
    exports: {
      '.': { types: './dist/engine/index.d.ts', default: './dist/engine/index.js' },
      './package.json': './package.json',
    },
    files: ['bin', 'dist', 'schemas', 'spec.json', 'CHANGELOG.md'],
    dependencies: { [types]: devDependencies[types] },
  };
}

type Own = Readonly<Record<string, unknown>> & { readonly devDependencies: Readonly<Record<string, string>> };
