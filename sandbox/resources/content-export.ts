/**
 * The export of what was sent: a job makes an archive with a file for each kind of row, and leaves out files without rows.
 * Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/data-export
 */
import { archive, type NamedFile } from '../archive/archive.ts';
import { csv } from '../archive/csv.ts';
import type { Resource } from '../define/resource.ts';
import { parameterInvalid } from '../errors.ts';
import { FileBody } from '../reply.ts';
import type { Route } from '../routes/route.ts';
import {
  eventFields,
  eventKinds,
  type Fields,
  linesOf,
  overviewFields,
  receiptFields,
  type Span,
  sentWithin,
} from '../workspace/receipt-files.ts';
import {
  answerRows,
  checkpointRows,
  contentStatsRows,
  receiptEventRows,
  receiptRows,
} from '../workspace/truth-receipts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { createJobs } from './export-jobs.ts';

export const contentExport: Resource = {
  routes: exportRoutes,
  truth: {
    receipts: receiptRows,
    receipt_events: receiptEventRows,
    survey_answers: answerRows,
    series_checkpoints: checkpointRows,
    content_stats: contentStatsRows,
  },
};

const scope = 'export_content_data';

function exportRoutes(workspace: Workspace): readonly Route[] {
  const jobs = createJobs<Span>(workspace, {
    most: 1,
    called: 'message data',
    downloadPath: (id) => `/download/content/data/${id}`,
    isEmpty: (span) => sentWithin(workspace.world, span, workspace.clock.seconds()).next().done === true,
  });
  return [
    { method: 'POST', path: '/export/content/data', scope, handle: ({ body }) => jobs.start(spanOf(body)) },
    { method: 'GET', path: '/export/content/data/{id}', scope, handle: ({ params }) => jobs.status(params.id) },
    { method: 'POST', path: '/export/cancel/{id}', scope, handle: ({ params }) => jobs.cancel(params.id) },
    {
      method: 'GET',
      path: '/download/content/data/{id}',
      scope,
      handle: ({ params }) =>
        new FileBody(archive(filesOf(workspace, jobs.done(params.id)), workspace.options.exportFormat)),
    },
  ];
}

function spanOf(body: unknown): Span {
  const { created_at_after: after, created_at_before: before } = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (!Number.isInteger(after) || !Number.isInteger(before)) {
    throw parameterInvalid('created_at_after and created_at_before must be unix timestamps');
  }
  return { after: Number(after), before: Number(before) };
}

function filesOf({ world, clock, options }: Workspace, span: Span): readonly NamedFile[] {
  const until = clock.seconds();
  const sent = () => sentWithin(world, span, until);
  const stamp = new Date(clock.now()).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  const timeText = options.exportTimes === 'text' ? calendar : String;
  const file = (kind: string, rows: () => Iterable<Fields>): readonly NamedFile[] => {
    if (rows()[Symbol.iterator]().next().done) return [];
    const isCut = world.counts.receipts > options.exportMost;
    const lines = () => csv(linesOf(isCut ? lastOf(rows, options.exportMost) : rows(), timeText));
    return [{ name: `${kind}_${stamp}.csv`, chunks: lines }];
  };
  function* receipts() {
    for (const each of sent()) yield receiptFields(each);
  }
  function* events(kind: string) {
    for (const each of sent()) {
      for (const event of each.events) if (event.kind === kind) yield eventFields(each, event);
    }
  }
  return [
    ...file('receipts', receipts),
    ...eventKinds.flatMap((kind) => file(kind, () => events(kind))),
    ...file('overview', () => overviewFields(sent())),
  ];
}

/** The last rows: which ones Intercom cuts is not documented, and the first ones matter to a reader who is used to order. */
function* lastOf<T>(items: () => Iterable<T>, most: number): Generator<T> {
  let skipped = -most;
  for (const _ of items()) skipped += 1;
  for (const item of items()) {
    skipped -= 1;
    if (skipped < 0) yield item;
  }
}

function calendar(time: number): string {
  return new Date(time * 1000).toISOString().replace('T', ' ').replace('.000Z', ' UTC');
}
