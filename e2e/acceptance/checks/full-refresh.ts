/** FULL REFRESH: two reads emit the same records, with the times of emission. */
import type { CatalogStream } from '../../../tests/harness/connector.ts';
import type { Family } from '../check.ts';
import { fullRead, keyOf, recordsByStream, recordsOf } from '../reads.ts';
import type { Subject } from '../subject.ts';

export const fullRefresh: Family = {
  name: 'full refresh',
  checks: [
    {
      name: 'both reads emit records',
      problems: async (subject) =>
        (await bothReads(subject)).flatMap((answer, index) =>
          recordsOf(answer).length > 0 ? [] : [`read ${index + 1} emits no record`],
        ),
    },
    {
      name: 'the second read is later than the first',
      problems: async (subject) => {
        const [first, second] = await bothReads(subject);
        const ended = recordsOf(first).reduce((latest, { emitted_at: at }) => Math.max(latest, at), -Infinity);
        const begun = recordsOf(second).reduce((earliest, { emitted_at: at }) => Math.min(earliest, at), Infinity);
        return ended < begun ? [] : [`the first read emits until ${ended}, the second from ${begun}`];
      },
    },
    {
      name: 'both reads emit the same records',
      problems: async (subject) => {
        const [first, second] = (await bothReads(subject)).map(recordsByStream);
        return (await subject.streams()).flatMap((stream) => {
          const keys = [first, second].map((found) => keysOf(stream, found?.get(stream.name) ?? []));
          return keys[0] === keys[1] ? [] : [`${stream.name}: the second read emits other records`];
        });
      },
    },
  ],
};

async function bothReads(
  subject: Subject,
): Promise<[Awaited<ReturnType<typeof fullRead>>, Awaited<ReturnType<typeof fullRead>>]> {
  // The second read starts after the first has ended: a check compares their times.
  const first = await fullRead(subject, '');
  return [first, await fullRead(subject, 'second')];
}

function keysOf(stream: CatalogStream, records: ReturnType<typeof recordsOf>): string {
  return records
    .map(({ data }) => keyOf(stream, data))
    .sort()
    .join();
}
