/** Reviews of conversations, which the search shows only where its address asks for them. */
import { monitorEvaluations, scorecards } from '../data/conversation-reviews.ts';
import type { Body } from './bodies.ts';
import type { Table } from './table.ts';
import { ordinalOf, type Workspace } from './workspace.ts';

export function scorecardsOf({ world }: Workspace, table: Table, ordinal: number): readonly Body[] {
  const row = table.row(ordinal);
  return scorecards(world, { ordinal, ...row }, row.scores);
}

export function monitorEvaluationsOf({ world }: Workspace, table: Table, ordinal: number): readonly Body[] {
  return monitorEvaluations(world, { ordinal, ...table.row(ordinal) });
}

/** A conversation that was found, with the reviews that the address asks for. */
export function withReviews(workspace: Workspace, body: Body, { searchParams }: URL): Body {
  const isAsked = (parameter: string) => searchParams.get(parameter) === 'true';
  if (!isAsked('include_scorecards') && !isAsked('include_monitors')) return body;
  const store = workspace.stores.conversations;
  const table = workspace.options.searchBodies === 'live' ? store.live : store.index();
  const ordinal = ordinalOf(workspace, 'conversations', String(body.id)) ?? 0;
  return {
    ...body,
    ...(isAsked('include_monitors') ? { monitor_evaluations: monitorEvaluationsOf(workspace, table, ordinal) } : {}),
    ...(isAsked('include_scorecards') ? { scorecards: scorecardsOf(workspace, table, ordinal) } : {}),
  };
}
