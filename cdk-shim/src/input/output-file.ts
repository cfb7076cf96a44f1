/** Finds the states in a file with the output of an earlier run, a message a line. It may be larger than memory. */
import { createReadStream } from 'node:fs';
import { isObject } from './json-file.ts';
import { linesOf } from './lines.ts';

/** The types of the messages of Airbyte and Singer. */
const TYPES = new Set(['RECORD', 'STATE', 'LOG', 'TRACE', 'SCHEMA', 'ACTIVATE_VERSION', 'BATCH']);

/**
 * Returns the messages of type STATE, in order; undefined if the file is no output of a run, or cannot be read. Lines of other
 * types are skipped, and so is a last line that a killed run left unfinished.
 */
export async function statesInOutput(path: string): Promise<readonly unknown[] | undefined> {
  const states: unknown[] = [];
  let lines = 0;
  try {
    for await (const line of linesOf(createReadStream(path))) {
      const isState = /"type"\s*:\s*"STATE"/.test(line);
      if (lines > 0 && !isState) continue;
      lines += 1;
      const message = parsed(line);
      if (lines === 1 && !(isObject(message) && TYPES.has(String(message.type)))) return undefined;
      if (isObject(message) && message.type === 'STATE') states.push(message);
    }
  } catch {
    return undefined;
  }
  return lines > 0 ? states : undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
