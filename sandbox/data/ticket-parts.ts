/** The parts of tickets; fields that do not apply to a part are absent. */
import { partIdOf } from './ids.ts';
import { partTime, picture } from './parts.ts';
import { adminAuthor, assigneeId, botAuthor, contactAuthor } from './people.ts';
import { phrase } from './phrases.ts';
import type { Chooser } from './random.ts';
import { attributeId, ticketState, typeOfTicket } from './ticket-type.ts';
import type { Version, World } from './world.ts';

/** The facts from which a ticket's parts are made. */
export interface TicketStory {
  readonly version: Version;
  readonly choose: Chooser;
  readonly contacts: readonly number[];
  readonly admin: number | undefined;
  readonly atFirst: number;
  /** The state, as steps after the first one, that the ticket had in an earlier revision or has in this one. */
  stepAt(revision: number): number;
}

/** Every part, oldest first. */
export function ticketParts(world: World, story: TicketStory) {
  return Array.from({ length: story.atFirst + story.version.revision }, (_, index) => part(world, story, index));
}

type Beat = 'state' | 'assignment' | 'attribute' | 'question' | 'answer' | 'note';

const script: readonly Beat[] = ['answer', 'question', 'note', 'answer', 'attribute', 'question'];

function beatAt({ atFirst, choose, stepAt }: TicketStory, index: number, assigned: boolean): Beat {
  // A ticket begins as submitted. Its state may change at the end of its first parts, and changes with each revision.
  if (index === 0 || index >= atFirst || (index === atFirst - 1 && stepAt(0) > 0)) return 'state';
  if (index === 1 && assigned) return 'assignment';
  return script[(index + choose.integer('script', 0, script.length - 1)) % script.length] ?? 'answer';
}

function part(world: World, story: TicketStory, index: number) {
  const { version, choose, atFirst } = story;
  const { ordinal } = version;
  const assignee = assigneeId(world, choose, 'admin', 0);
  const beat = beatAt(story, index, assignee !== 0);
  const at = partTime(version, atFirst, index);
  const salt = ordinal * 17 + index;
  return {
    type: 'ticket_part',
    id: partIdOf('ticketPart', ordinal, index),
    part_type: types[beat],
    ...bodyOf(beat, salt),
    ...(beat === 'state' ? statesOf(story, index) : {}),
    created_at: at,
    updated_at: at,
    ...(beat === 'assignment' ? { assigned_to: { type: 'admin', id: String(assignee) } } : {}),
    author: authorOf(world, story, beat, index),
    attachments: beat === 'question' && salt % 19 === 0 ? [picture(choose, `photo-${index}.png`)] : [],
    ...(beat === 'question' && salt % 7 === 0 ? { external_id: `mail-${salt}` } : {}),
    redacted: false,
    ...(beat === 'attribute' ? { updated_attribute_data: updatedUnits(world, ordinal, choose) } : {}),
    ...(beat === 'state' && salt % 3 === 0 ? { app_package_code: 'warehouse-link' } : {}),
  };
}

const types: Readonly<Record<Beat, string>> = {
  state: 'ticket_state_updated_by_admin',
  assignment: 'assignment',
  attribute: 'ticket_attribute_updated_by_admin',
  question: 'comment',
  answer: 'comment',
  note: 'note',
};

function bodyOf(beat: Beat, salt: number) {
  if (beat === 'question') return { body: phrase('questions', salt) };
  if (beat === 'answer') return { body: phrase('answers', salt) };
  return beat === 'note' ? { body: phrase('notes', salt) } : {};
}

function statesOf({ atFirst, stepAt }: TicketStory, index: number) {
  const revision = index - atFirst + 1;
  const before = revision > 0 ? stepAt(revision - 1) : 0;
  const after = index === 0 ? 0 : stepAt(Math.max(0, revision));
  return { ticket_state: ticketState(after).category, previous_ticket_state: ticketState(before).category };
}

function authorOf(world: World, { contacts, admin }: TicketStory, beat: Beat, index: number) {
  // Authors of ticket parts are never called leads.
  if (beat === 'question' && contacts.length > 0) return { ...contactAuthor(world, contacts[0]), type: 'user' };
  return admin === undefined || index < 2 ? botAuthor : adminAuthor(world, admin);
}

function updatedUnits(world: World, ordinal: number, choose: Chooser) {
  const units = String(unitsOf(choose));
  return {
    attribute: { type: 'attribute', id: attributeId(typeOfTicket(world, ordinal), 3), label: 'Units' },
    value: { type: 'value', id: units, label: units },
  };
}

/** The value of the ticket's attribute of that name. */
export function unitsOf(choose: Chooser): number {
  return choose.integer('units', 1, 12);
}
