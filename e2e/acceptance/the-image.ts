/** The image under test: built here, or an existing one. */
import { type Engine, findEngine } from '../image/engine.ts';
import { MissingError } from '../python.ts';

/** The name that `npm run test:image` gives the image, too. */
const BUILT = 'source-intercom:test';

/**
 * The engine and the image `name`; without a name, the checkout at `root` is built. `script` sets an engine up where
 * there is none. Throws MissingError, saying what to do.
 */
export function theImage(
  root: string,
  name: string | undefined,
  script: string | undefined,
): { engine: Engine; name: string } {
  try {
    const engine = findEngine(script);
    if (name === undefined) engine.build(root, BUILT);
    else engine.command('image', 'inspect', name);
    return { engine, name: name ?? BUILT };
  } catch (error) {
    const help = name === undefined ? '' : ' Without a name, it is built.';
    throw new MissingError(
      `There is no image to judge: ${error instanceof Error ? error.message : String(error)}${help}`,
    );
  }
}
