/** The code blocks of a guide in docs/, for a suite that follows it. */
import { readFile } from 'node:fs/promises';

/** The blocks of one language, in their order. */
export async function guideBlocks(guide: string, language: string): Promise<readonly string[]> {
  const text = await readFile(new URL(`../../docs/${guide}`, import.meta.url), 'utf8');
  return [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, of, block = '']) =>
    of === language ? [block] : [],
  );
}
