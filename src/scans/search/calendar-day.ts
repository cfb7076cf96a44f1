/**
 * Contacts search matches times by calendar day of the workspace's zone (API 2.16 and earlier): every range of time is
 * asked for with a margin of this many seconds on each side, and cut exactly on our side. Two days suffice for every zone.
 * Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts/searchcontacts
 */
export const DAY_MARGIN = 2 * 24 * 60 * 60;
