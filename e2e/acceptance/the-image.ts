/** The image under test: a newly built image, or an existing image. */
import { type Engine, findEngine } from '../image/engine.ts';
import { MissingError } from '../python.ts';

/** The name of a newly built image, also in `npm run test:image`. */
const BUILT = 'source-intercom:test';

/**
 * Returns the engine and the image `name`. Without a name, builds the image of the checkout at `root`. `script` installs an
 * engine if there is none. Throws MissingError with the next step.
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
    const help = name === undefined ? '' : ' Without a name, the image is built.';
    throw new MissingError(
      `The image under test is missing: ${error instanceof Error ? error.message : String(error)}${help}`,
    );
  }
}
