/** Compares, for each stream, how many records exist with how many were read: one message for the log. */
import type { StreamSummary } from './stats.ts';

const HEAD = ['stream', 'exist', 'walked', 'known', 'skipped', 'rows', 'calls', ''] as const;

/** Returns a table, then a line for each reason why records did not come. */
export function reconciliation(streams: readonly StreamSummary[]): string {
  const table = [HEAD, ...streams.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const explained = streams.flatMap(({ stream, notes, leftOut }) => [
    ...Object.entries(notes).map(([why, count]) => `${stream}: ${count} ${why}`),
    ...(leftOut.length > 0 ? [`${stream}: left out ${leftOut.join(', ')}`] : []),
  ]);
  return ['What exists, and what came ("-": the API offers no comparable total)', ...lines, ...explained].join('\n');
}

function cells({ stream, status, exists, walked, known, skipped, rows, calls }: StreamSummary): readonly string[] {
  const counts = [exists ?? '-', walked, known, skipped, rows, calls].map(String);
  return [stream, ...counts, status === 'COMPLETE' ? '' : status];
}
