/** Contacts, with all their lists complete. */
import { contactDevices } from './contact-devices.ts';
import { idOf } from './ids.ts';
import { instance } from './instance.ts';
import { cities, firstNames, lastNames } from './names.ts';
import { noteIds } from './note.ts';
import { type Chooser, chooser } from './random.ts';
import { optOutTypes } from './subscription-types.ts';
import type { Version, World } from './world.ts';

export function contact(world: World, version: Version) {
  const { ordinal, revision, createdAt, updatedAt } = version;
  const choose = chooser(world.seed, 'contact', ordinal);
  const id = idOf('contact', ordinal);
  const name = contactName(world, ordinal);
  const owner = choose.chance('owned', 0.3) && world.counts.admins > 0;
  const seen = (question: string, share: number) => (choose.chance(question, share) ? updatedAt : null);
  return {
    type: 'contact',
    id,
    workspace_id: 'sandbox',
    external_id: contactExternalId(ordinal),
    role: contactRole(world, ordinal),
    email: contactEmail(ordinal),
    email_domain: 'example.org',
    phone: choose.chance('phone', 0.4) ? `+35315550${String(ordinal % 10_000).padStart(4, '0')}` : null,
    name: revision === 0 ? name : `${name} (edited ${revision})`,
    avatar: null,
    owner_id: owner ? idOf('admin', choose.integer('owner', 0, world.counts.admins - 1)) : null,
    social_profiles: { type: 'list', data: socialProfiles(choose, ordinal) },
    has_hard_bounced: choose.chance('bounced', 0.02),
    marked_email_as_spam: choose.chance('spam', 0.01),
    unsubscribed_from_emails: choose.chance('unsubscribed', 0.1),
    unsubscribed_from_sms: false,
    sms_consent: false,
    enabled_push_messaging: choose.chance('push', 0.3) ? true : null,
    created_at: createdAt,
    updated_at: updatedAt,
    signed_up_at: choose.chance('signed up', 0.8) ? createdAt : null,
    last_seen_at: seen('seen', 0.8),
    last_replied_at: seen('replied', 0.5),
    last_contacted_at: seen('contacted', 0.6),
    last_email_opened_at: seen('opened', 0.4),
    last_email_clicked_at: seen('clicked', 0.2),
    language_override: null,
    ...contactDevices(choose, updatedAt),
    location: { type: 'location', ...choose.oneOf('city', cities) },
    custom_attributes: {
      plan_interest: choose.oneOf('interest', ['starter', 'team', 'business']),
      'NPS score': choose.integer('score', 0, 10) + (revision % 2),
      ...(choose.chance('orders', 0.06) ? { Orders: orders(choose, version) } : {}),
    },
    tags: list(id, 'tag', idsOf('tag', choose.several('tags', tagCount(choose), world.counts.tags))),
    notes: list(id, 'note', noteIds(world, 'contact', version)),
    companies: list(id, 'company', idsOf('company', companiesOfContact(world, ordinal))),
    opted_out_subscription_types: list(id, 'subscription', refused(choose)),
    opted_in_subscription_types: list(id, 'subscription', choose.chance('opted in', 0.1) ? ['2'] : []),
    utm_campaign: null,
    utm_content: null,
    utm_medium: choose.chance('campaign', 0.2) ? 'newsletter' : null,
    utm_source: null,
    utm_term: null,
    referrer: choose.chance('referred', 0.3) ? 'https://search.example.com/' : null,
  };
}

/** The id that the customer's own system gave to the contact. */
export function contactExternalId(ordinal: number): string {
  return `person-${ordinal + 1}`;
}

/** The name before any revision. */
export function contactName(world: World, ordinal: number): string {
  const choose = chooser(world.seed, 'contact', ordinal);
  return `${choose.oneOf('first name', firstNames)} ${choose.oneOf('last name', lastNames)}`;
}

export function contactRole(world: World, ordinal: number): 'lead' | 'user' {
  return chooser(world.seed, 'contact', ordinal).chance('lead', 0.25) ? 'lead' : 'user';
}

export function contactEmail(ordinal: number): string {
  return `person${ordinal + 1}@example.org`;
}

/** Ordinals of the companies that the contact belongs to; the newest tenth of all companies has no contacts. */
export function companiesOfContact(world: World, ordinal: number): readonly number[] {
  const choose = chooser(world.seed, 'contact', ordinal);
  return choose.several('companies', companyCount(choose), Math.ceil(world.counts.companies * 0.9));
}

/** Ordinals of the segments that the contact is in: none to two. */
export function segmentsOfContact(world: World, ordinal: number): readonly number[] {
  const choose = chooser(world.seed, 'segments of contact', ordinal);
  return choose.several('segments', choose.integer('count', 0, 2), world.counts.segments);
}

/** Some refuse one kind of message, and a few refuse them all: more than a contact shows. */
function refused(choose: Chooser): readonly string[] {
  if (choose.chance('opted out of all', 0.01)) return optOutTypes;
  return choose.chance('opted out', 0.1) ? ['1'] : [];
}

/** A profile without an address is only a name. */
function socialProfiles(choose: Chooser, ordinal: number) {
  if (!choose.chance('social', 0.08)) return [];
  const address = { url: `https://social.example.com/person${ordinal + 1}` };
  const names = choose.several('networks', choose.integer('network count', 1, 2), networks.length);
  return names.map((network) => ({ type: 'social_profile', name: networks[network], ...(network > 0 ? address : {}) }));
}

const networks = ['Facebook', 'LinkedIn', 'Twitter'] as const;

/** Instances of a custom object that the contact is related to. */
function orders(choose: Chooser, { ordinal, createdAt }: Version) {
  const instances = Array.from({ length: choose.integer('order count', 1, 2) }, (_, index) =>
    instance('Order', 16_040_000 + ordinal * 2 + index, {
      at: createdAt,
      ...(index === 0 ? { changedAt: createdAt } : {}),
      externalId: `order-${ordinal + 1}-${index + 1}`,
      attributes: { status: index === 0 ? 'shipped' : 'open' },
    }),
  );
  return { type: 'Order.list', instances };
}

function tagCount(choose: Chooser): number {
  return choose.chance('many tags', 0.04) ? choose.integer('tag count', 11, 25) : choose.integer('tag count', 0, 4);
}

function companyCount(choose: Chooser): number {
  if (choose.chance('many companies', 0.02)) return choose.integer('company count', 11, 15);
  return choose.chance('employed', 0.8) ? 1 : 0;
}

function idsOf(kind: 'tag' | 'company', ordinals: readonly number[]): readonly string[] {
  return ordinals.map((ordinal) => idOf(kind, ordinal));
}

function list(contactId: string, type: 'tag' | 'note' | 'company' | 'subscription', ids: readonly string[]) {
  const folder = type === 'company' ? 'companies' : `${type}s`;
  const data = ids.map((id) => ({ id, type, url: `/${folder}/${id}` }));
  return { type: 'list', data, url: `/contacts/${contactId}/${folder}`, total_count: data.length, has_more: false };
}
