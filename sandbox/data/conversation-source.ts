/** The message that began a conversation. */
import type { Story } from './conversation-story.ts';
import { picture } from './parts.ts';
import { adminAuthor, botAuthor, contactAuthor } from './people.ts';
import { phrase, subjects } from './phrases.ts';
import type { World } from './world.ts';

const ways = ['customer_initiated', 'customer_initiated', 'admin_initiated', 'automated'] as const;

export function source(world: World, story: Story) {
  const { choose, version } = story;
  const way = choose.oneOf('way', ways);
  const fromContact = way === 'customer_initiated';
  const byMail = arrivedByMail(story);
  const author = authorOf(world, story, way);
  const subject = byMail ? choose.oneOf('subject', subjects) : '';
  return {
    type: byMail ? 'email' : fromContact ? calledOrWritten(story) : 'push',
    id: String(403_918_000 + version.ordinal),
    delivered_as: way,
    subject,
    body: phrase(fromContact ? 'questions' : 'greetings', version.ordinal),
    author,
    attachments: choose.chance('attached', 0.05) ? [picture(choose, 'screenshot.png')] : [],
    url: fromContact && !byMail ? `https://app.example.com/${subjects[0].toLowerCase()}` : null,
    redacted: false,
    // Only mails have these.
    ...(byMail ? mailFields(version.ordinal, subject, author) : {}),
  };
}

function calledOrWritten({ choose }: Story): 'phone_call' | 'conversation' {
  return choose.chance('by phone', 0.05) ? 'phone_call' : 'conversation';
}

export function arrivedByMail({ choose }: Story): boolean {
  return choose.oneOf('way', ways) === 'customer_initiated' && choose.chance('by mail', 0.35);
}

function authorOf(world: World, { contacts, admins }: Story, way: (typeof ways)[number]) {
  if (way === 'customer_initiated') return contactAuthor(world, contacts[0]);
  const [admin] = admins;
  return way === 'automated' || admin === undefined ? botAuthor : adminAuthor(world, admin);
}

const inbox = 'support@example.com';

function mailFields(ordinal: number, subject: string, author: { readonly email: string; readonly name: string }) {
  return {
    recipients: [{ type: 'to', email: inbox, drop_reason: ordinal % 4 === 0 ? 'bounced' : null }],
    reply_to: [{ email: author.email, name: author.name }],
    email_message_metadata: {
      message_id: `<${ordinal}@mail.example.org>`,
      subject,
      email_address_headers: headersFrom(author),
    },
  };
}

/** The addresses in the headers of a mail to the workspace. */
export function headersFrom({ email, name }: { readonly email: string; readonly name: string }) {
  return [
    { type: 'from', email_address: email, name },
    { type: 'to', email_address: inbox, name: null },
  ];
}
