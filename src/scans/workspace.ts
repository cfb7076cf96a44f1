/** The workspace that the access token belongs to. */
import type { CallingRun } from '../config/context.ts';
import { oncePerSync } from './once-per-sync.ts';
import { timeOf } from './time-of.ts';

export interface Workspace {
  readonly code: string;
  /** Epoch seconds; 0 where Intercom does not say it. */
  readonly createdAt: number;
}

/** Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/admins/identifyadmin */
export const workspace = oncePerSync(async (run: CallingRun): Promise<Workspace> => {
  const { app } = await run.context.client.ask(run, { method: 'GET', path: '/me' });
  const about: object = typeof app === 'object' && app !== null ? app : {};
  const code = 'id_code' in about ? String(about.id_code) : '';
  return { code, createdAt: timeOf(about, 'created_at') || 0 };
});
