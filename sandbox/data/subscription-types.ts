/** The kinds of messages that contacts agree to or refuse. */
export const subscriptionTypes = [
  subscriptionType('1', 'opt_out', 'Announcements', 'What is new'),
  subscriptionType('2', 'opt_in', 'Newsletter', 'Stories, once a month'),
];

function subscriptionType(id: string, consent: 'opt_in' | 'opt_out', name: string, description: string) {
  const translation = { name, description, locale: 'en' };
  return {
    type: 'subscription',
    id,
    state: 'live',
    consent_type: consent,
    default_translation: translation,
    translations: [translation],
    content_types: ['email'],
  };
}
