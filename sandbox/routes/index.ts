/** Every endpoint the sandbox serves. */
import type { Workspace } from '../workspace/workspace.ts';
import { adminRoutes } from './admins.ts';
import { companyRoutes } from './companies.ts';
import { contactRoutes } from './contacts.ts';
import { conversationRoutes } from './conversations.ts';
import type { Route } from './route.ts';
import { smallListRoutes } from './small-lists.ts';
import { ticketRoutes } from './tickets.ts';

export function allRoutes(workspace: Workspace): Route[] {
  return [
    ...adminRoutes(workspace),
    ...smallListRoutes(workspace),
    ...companyRoutes(workspace),
    ...contactRoutes(workspace),
    ...conversationRoutes(workspace),
    ...ticketRoutes(workspace),
  ];
}
