/** The parts of conversations. */
import { arrivedByMail, headersFrom } from './conversation-source.ts';
import type { Beat, Story } from './conversation-story.ts';
import { partIdOf } from './ids.ts';
import { picture } from './parts.ts';
import { adminAuthor, aiAuthor, assigneeId, botAuthor, contactAuthor } from './people.ts';
import { phrase, subjects } from './phrases.ts';
import { tagBasics } from './tag.ts';
import type { World } from './world.ts';

/** Every part, oldest first. */
export function conversationParts(world: World, story: Story) {
  return Array.from({ length: story.count }, (_, index) => part(world, story, index));
}

function part(world: World, story: Story, index: number) {
  const { ordinal } = story.version;
  const beat = story.beat(index);
  const at = story.at(index);
  const salt = ordinal * 31 + index;
  const said = beat === 'answer' || beat === 'question';
  const redacted = said && salt % 997 === 0;
  return {
    type: 'conversation_part',
    // A string, as the schema of the OpenAPI description demands; its examples show integers, which the schema rules out.
    id: partIdOf('conversationPart', ordinal, index),
    part_type: partType(beat, index),
    body: redacted ? null : bodyOf(beat, salt),
    created_at: at,
    updated_at: at,
    notified_at: at,
    assigned_to: assignedTo(world, story, index),
    author: authorOf(world, story, beat, index),
    attachments: said && !redacted && salt % 23 === 0 ? [picture(story.choose, `screenshot-${index}.png`)] : [],
    external_id: beat === 'actionStarted' ? `job-${salt}` : null,
    redacted,
    email_message_metadata: beat === 'question' && salt % 3 === 0 ? mailMetadata(world, story, index) : null,
    metadata: beat === 'aiAnswer' ? quickReplies(ordinal) : null,
    state: story.stateAt(index),
    tags: beat === 'note' && salt % 5 === 0 ? tagsOn(world, salt) : [],
    event_details: eventDetails(beat, index, ordinal),
    app_package_code: beat === 'actionStarted' || beat === 'actionFinished' ? 'warehouse-link' : null,
  };
}

const types: Readonly<Record<Beat, string>> = {
  assignment: 'assignment',
  answer: 'comment',
  aiAnswer: 'comment',
  question: 'comment',
  note: 'note',
  attribute: 'conversation_attribute_updated_by_admin',
  actionStarted: 'custom_action_started',
  actionFinished: 'custom_action_finished',
  close: 'close',
  open: 'open',
  snooze: 'snoozed',
};

function partType(beat: Beat, index: number): string {
  // The first values were set by the workflow that received the conversation.
  return beat === 'attribute' && index === 0 ? 'conversation_attribute_updated_by_workflow' : types[beat];
}

function bodyOf(beat: Beat, salt: number): string | null {
  switch (beat) {
    case 'answer':
    case 'aiAnswer':
      return phrase('answers', salt);
    case 'question':
    case 'open':
      return phrase('questions', salt);
    case 'note':
      return phrase('notes', salt);
    default:
      return null;
  }
}

function authorOf(world: World, { contacts, admins }: Story, beat: Beat, index: number) {
  if (beat === 'question' || beat === 'open') return contactAuthor(world, contacts[index % contacts.length]);
  if (beat === 'aiAnswer') return aiAuthor;
  const admin = beat === 'note' ? admins.at(-1) : admins[0];
  return index === 0 || admin === undefined ? botAuthor : adminAuthor(world, admin);
}

/** The assignee of the first part, or of the part that a revision added. */
function assignedTo(world: World, { choose, atFirst, beat }: Story, index: number) {
  const revision = index - atFirst + 1;
  if (beat(index) !== 'assignment' && revision < 1) return null;
  const admin = assigneeId(world, choose, 'admin', Math.max(0, revision));
  if (admin !== 0) return { type: 'admin', id: String(admin) };
  return revision < 1 ? { type: 'team', id: String(assigneeId(world, choose, 'team', 0)) } : null;
}

function eventDetails(beat: Beat, index: number, ordinal: number) {
  const action = { name: 'Look up order' };
  if (beat === 'actionStarted') return { action };
  if (beat === 'actionFinished') return { action: { ...action, result: ordinal % 9 === 0 ? 'failed' : 'success' } };
  if (beat !== 'attribute') return null;
  const attribute = { name: 'Reason' };
  return index === 0
    ? { workflow: { name: 'Reception' }, attribute, value: { name: 'Question' } }
    : { attribute, value: { name: 'Complaint', previous: 'Question' } };
}

function quickReplies(ordinal: number) {
  const uuid = (option: number) => `5d0c7a1e-2b94-4f63-8a17-${(ordinal * 4 + option).toString(16).padStart(12, '0')}`;
  const options = ['That helped', 'Talk to a person'].map((text, option) => ({ text, uuid: uuid(option + 1) }));
  return { quick_reply_options: options, quick_reply_uuid: uuid(0) };
}

/** What Intercom knows of a contact's mail; null where the conversation did not begin with one. */
function mailMetadata(world: World, story: Story, index: number) {
  if (!arrivedByMail(story)) return null;
  const message_id = `<${story.version.ordinal}-${index}@mail.example.org>`;
  const headers = headersFrom(authorOf(world, story, 'question', index));
  return { message_id, subject: `Re: ${story.choose.oneOf('subject', subjects)}`, email_address_headers: headers };
}

function tagsOn({ counts }: World, salt: number) {
  return counts.tags === 0 ? [] : [{ type: 'tag', ...tagBasics(salt % counts.tags) }];
}
