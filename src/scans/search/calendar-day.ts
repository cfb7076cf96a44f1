/**
 * Contacts search matches times by calendar day of the workspace's zone (API 2.16 and earlier): whatever is asked by
 * time is asked wider by this many seconds on each side, and cut exactly on our side. Two days are enough for every zone.
 * Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts/searchcontacts
 */
export const DAY_MARGIN = 2 * 24 * 60 * 60;
