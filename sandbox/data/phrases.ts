/** Sentences of support conversations. */

const questions = [
  'The export stops halfway, can you have a look?',
  'We were charged twice this month.',
  'How do I invite a colleague?',
  'The app shows a white page after the update.',
  'Is there a way to merge two accounts (sales &amp; support)?',
  'Our trial ends tomorrow, could we have a week more?',
  'Where can I find last year’s invoices?',
  'The numbers in the dashboard do not add up.',
] as const;

const greetings = [
  'Welcome aboard! Write here whenever something is unclear.',
  'Your trial has begun: shall we walk through it together?',
  'We have changed how reports are made, have you seen it?',
] as const;

const answers = [
  'Thanks for writing, I am looking into it.',
  'That is fixed now, please try once more.',
  'Could you send a screenshot of what you see?',
  'I have passed this on to our engineers.',
  'You find it under <a href="https://help.example.com/settings?from=chat&amp;tab=2">Settings</a>, in the second tab.',
  'Refunded: it takes three days to arrive.',
] as const;

const notes = [
  'Same cause as last week, see the incident page.',
  'Good customer, please be quick.',
  'Waiting for the release on Thursday.',
] as const;

export const subjects = ['Export', 'Invoice', 'Accounts', 'White page', 'Trial', 'Dashboard'] as const;

const bank = { questions, greetings, answers, notes };

/** One of the sentences as the HTML of a body; the same `salt` gives the same one. */
export function phrase(of: keyof typeof bank, salt: number): string {
  const list = bank[of];
  return `<p>${list[salt % list.length] ?? list[0]}</p>`;
}
