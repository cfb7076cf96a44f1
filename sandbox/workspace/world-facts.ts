/** Facts about the workspace as a whole that never change: the app, attributes, types of tickets. */
import { eventTypes } from '../data/activity-log.ts';
import { conversationAttributes } from '../data/conversation-attributes.ts';
import { companyAttributes, contactAttributes } from '../data/data-attributes.ts';
import { ticketStates, ticketTypes } from '../data/ticket-type.ts';
import type { World } from '../data/world.ts';
import type { Body } from './bodies.ts';

export { conversationAttributes, eventTypes, ticketTypes };
export function dataAttributes(world: World, model: 'contact' | 'company'): readonly Body[] {
  return model === 'contact' ? contactAttributes(world) : companyAttributes(world);
}

/** The states of tickets, each with the types of tickets that have it (https://developers.intercom.com/docs/references/rest-api/api.intercom.io/ticket-states/listticketstates). */
export function ticketStatesWithTypes(world: World): readonly Body[] {
  const types = ticketTypes(world).map(({ type, id, name, description, icon, archived, is_internal, category }) => ({
    type,
    id,
    name,
    description,
    icon,
    archived,
    is_internal,
    category,
  }));
  return ticketStates().map((state) => ({ ...state, archived: false, ticket_types: { type: 'list', data: types } }));
}

/** The workspace as `/me` shows it (https://developers.intercom.com/docs/references/rest-api/api.intercom.io/admins/identifyadmin). */
export function appBody(world: World): Body {
  return {
    type: 'app',
    id_code: 'sandbox',
    name: 'Sandbox',
    created_at: world.start,
    secure: false,
    identity_verification: false,
    timezone: world.timezone,
    region: world.region,
  };
}
