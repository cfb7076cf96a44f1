/** Every endpoint the sandbox serves. */
import type { Workspace } from '../workspace/workspace.ts';
import { adminRoutes } from './admins.ts';
import { companyRoutes } from './companies.ts';
import { contactRoutes } from './contacts.ts';
import { conversationRoutes } from './conversations.ts';
import { eventRoutes } from './events.ts';
import { mergeHistoryRoutes } from './merge-history.ts';
import { noteRoutes } from './notes.ts';
import type { Route } from './route.ts';
import { smallListRoutes } from './small-lists.ts';
import { ticketRoutes } from './tickets.ts';

export function allRoutes(workspace: Workspace): Route[] {
  return [
    ...adminRoutes(workspace),
    ...smallListRoutes(workspace),
    ...companyRoutes(workspace),
    ...contactRoutes(workspace),
    ...mergeHistoryRoutes(workspace),
    ...noteRoutes(workspace),
    ...eventRoutes(workspace),
    ...conversationRoutes(workspace),
    ...ticketRoutes(workspace),
  ];
}
