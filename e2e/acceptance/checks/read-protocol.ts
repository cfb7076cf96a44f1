/** BASIC READ: statuses and states beside the records. */
import type { Check } from '../check.ts';
import { basicRead, recordsByStream, statesOf } from '../reads.ts';
import type { Subject } from '../subject.ts';

export const readProtocol: readonly Check[] = [
  { name: 'statuses are STARTED, RUNNING, COMPLETE', problems: badStatuses },
  { name: 'every stream has its own STATE with a record count', problems: badStates },
  { name: 'counts are exact', problems: badCounts },
];

async function badStatuses(subject: Subject): Promise<readonly string[]> {
  const { messages } = await basicRead(subject);
  const streamStatuses = messages.flatMap(({ trace }) => (trace?.stream_status ? [trace.stream_status] : []));
  const byStream = Map.groupBy(streamStatuses, ({ stream_descriptor }) => stream_descriptor.name);
  const names = await readNames(subject);
  const wrong = names.flatMap((name) => {
    const statuses = (byStream.get(name) ?? []).map(({ status }) => status);
    const between = statuses.slice(1, -1);
    const right =
      statuses[0] === 'STARTED' && statuses.at(-1) === 'COMPLETE' && between.every((status) => status === 'RUNNING');
    return right && statuses.length > 1 ? [] : [`${name}: ${statuses.join(', ') || 'no status'}`];
  });
  const extra = [...byStream.keys()].filter((name) => !names.includes(name));
  return [...wrong, ...extra.map((name) => `${name} has a status, but is not in the catalog`)];
}

async function badStates(subject: Subject): Promise<readonly string[]> {
  const states = statesOf(await basicRead(subject));
  const problems = states.flatMap(({ type, stream, sourceStats }) => {
    const name = stream?.stream_descriptor.name ?? 'a state';
    if (String(type) !== 'STREAM' && String(type) !== 'GLOBAL') return [`${name} is of the old type ${type}`];
    return typeof sourceStats?.recordCount === 'number' ? [] : [`${name}: a state has no recordCount`];
  });
  const having = new Set(states.map(({ stream }) => stream?.stream_descriptor.name));
  const without = (await readNames(subject)).filter((name) => !having.has(name));
  return [...new Set(problems), ...without.map((name) => `${name}: no state`)];
}

/** The platform also counts records. It treats a difference as lost records. */
async function badCounts(subject: Subject): Promise<readonly string[]> {
  const answer = await basicRead(subject);
  const records = recordsByStream(answer);
  return (await readNames(subject)).flatMap((name) => {
    const came = records.get(name)?.length ?? 0;
    const counted = statesOf(answer, name).reduce((sum, { sourceStats }) => sum + (sourceStats?.recordCount ?? 0), 0);
    return came === counted ? [] : [`${name}: the read emits ${came} records, but the states count ${counted}`];
  });
}

async function readNames(subject: Subject): Promise<readonly string[]> {
  return (await subject.streams()).map(({ name }) => name).filter((name) => !subject.settings.emptyStreams.has(name));
}
