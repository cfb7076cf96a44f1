/** The scan that every stream about tickets reads. */
import type { Ticket } from '../../generated/tickets.ts';
import type { SearchItem } from '../../scans/search/resource.ts';
import { search } from '../../scans/search/search.ts';

export const ticketScan = search<Ticket & SearchItem>({
  name: 'tickets',
  object: 'ticket',
  path: '/tickets/search',
  at: 'tickets',
  precision: 'seconds',
});
