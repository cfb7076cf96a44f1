/** The types that tickets have. */
import { fixedList } from '../define/fixed-list.ts';
import { ticketTypes as typesOf } from '../workspace/world-facts.ts';

export const ticketTypes = fixedList({ items: typesOf, list: { path: '/ticket_types', since: '2.9', pages: 'never' } });
