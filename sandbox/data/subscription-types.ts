/** The kinds of messages that contacts agree to or refuse: some in two languages, and some that are archived. */
const subjects = [
  'Releases',
  'Events',
  'Webinars',
  'Surveys',
  'Tips',
  'Offers',
  'Status',
  'Community',
  'Research',
  'Jobs',
];

export const subscriptionTypes = [
  subscriptionType('1', 'opt_out', 'Announcements', 'What is new'),
  subscriptionType('2', 'opt_in', 'Newsletter', 'Stories, once a month'),
  ...subjects.map((subject, index) => subscriptionType(String(index + 3), 'opt_out', subject, `About: ${subject}`)),
];

/** The ids of all kinds that contacts can refuse. */
export const optOutTypes = subscriptionTypes
  .filter(({ consent_type }) => consent_type === 'opt_out')
  .map(({ id }) => id);

function subscriptionType(id: string, consent: 'opt_in' | 'opt_out', name: string, description: string) {
  const translation = { name, description, locale: 'en' };
  const others = Number(id) % 3 === 0 ? [{ name: `${name} (pt)`, description: '', locale: 'pt-BR' }] : [];
  return {
    type: 'subscription',
    id,
    state: Number(id) % 5 === 0 ? 'archived' : 'live',
    consent_type: consent,
    default_translation: translation,
    translations: [translation, ...others],
    content_types: Number(id) % 4 === 0 ? ['email', 'sms_message'] : ['email'],
  };
}
