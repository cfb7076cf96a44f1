/** Parts of conversations and tickets: only their parents show them. */
import type { Resource } from '../define/resource.ts';
import { parts } from '../workspace/truth-activity.ts';

export const conversationParts: Resource = {
  routes: () => [],
  truth: { conversation_parts: parts('conversations') },
};

export const ticketParts: Resource = { routes: () => [], truth: { ticket_parts: parts('tickets') } };
