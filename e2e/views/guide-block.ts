/** Finds a block of commands in the chapter on Fivetran of docs/migrating.md. */
import { guideBlocks } from '../../tests/docs/guide-blocks.ts';

/** Returns the block of a language that names a file of deploy/sql/. */
export async function guideBlock(language: string, file: string): Promise<string> {
  const found = (await guideBlocks('migrating.md', language)).find((block) => block.includes(`deploy/sql/${file}`));
  if (!found) throw new Error(`docs/migrating.md has no block of ${language} with deploy/sql/${file}`);
  return found;
}
