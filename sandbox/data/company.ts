/** Companies, without their number of users. Optional fields are absent when they are unset, as Intercom leaves them out. */
import { idOf } from './ids.ts';
import { companyNames, trades } from './names.ts';
import { notes } from './note.ts';
import { chooser } from './random.ts';
import { segment } from './segment.ts';
import { tagBasics } from './tag.ts';
import type { Version, World } from './world.ts';

export function company(world: World, version: Version) {
  const { ordinal, revision, createdAt, updatedAt } = version;
  const choose = chooser(world.seed, 'company', ordinal);
  const { company_id, id, name } = companyReference(world, ordinal);
  const tags = choose.several('tags', choose.integer('tag count', 0, 3), world.counts.tags);
  const segments = choose.several('segments', choose.integer('segment count', 0, 2), world.counts.segments);
  return {
    type: 'company',
    company_id,
    id,
    app_id: 'sandbox',
    name: revision === 0 ? name : `${name} (edited ${revision})`,
    ...(choose.chance('remote', 0.8) ? { remote_created_at: createdAt } : {}),
    created_at: createdAt,
    updated_at: updatedAt,
    ...(choose.chance('seen', 0.9) ? { last_request_at: updatedAt } : {}),
    monthly_spend: choose.integer('spend', 0, 5000),
    session_count: choose.integer('sessions', 0, 900) + revision,
    ...(choose.chance('sized', 0.6) ? { size: choose.integer('size', 1, 4000) } : {}),
    ...(choose.chance('web', 0.7) ? { website: `https://customer-${ordinal + 1}.example.com` } : {}),
    ...(choose.chance('trading', 0.7) ? { industry: choose.oneOf('trade', trades) } : {}),
    tags: { type: 'tag.list', tags: tags.map((tag) => ({ type: 'tag', ...tagBasics(tag) })) },
    segments: { type: 'segment.list', segments: segments.map((other) => segmentAsBegun(world, other)) },
    notes: { type: 'note.list', notes: notes(world, 'company', version) },
    plan: choose.chance('plan', 0.7) ? { type: 'plan', id: '269315', name: 'Business' } : {},
    custom_attributes: {
      renewal_date: createdAt + 31_536_000,
      'account manager': choose.oneOf('manager', companyNames),
    },
  };
}

/** A company as other records refer to it: its ids, and its name before any revision. */
export function companyReference(world: World, ordinal: number) {
  const choose = chooser(world.seed, 'company', ordinal);
  const name = `${choose.oneOf('name', companyNames)} ${choose.oneOf('trade', trades)}`;
  return { type: 'company', company_id: `customer-${ordinal + 1}`, id: idOf('company', ordinal), name };
}

/** A segment inside a company: in its first revision, and without its size. */
function segmentAsBegun(world: World, ordinal: number) {
  const at = world.start + ordinal;
  return segment(world, { ordinal, revision: 0, createdAt: at, updatedAt: at });
}
