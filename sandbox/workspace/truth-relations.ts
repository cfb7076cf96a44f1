/** Rows of relations: one for each pair, complete beyond the ten items that a body shows. */
import { type Body, fullBody, listedBody, nestedItems } from './bodies.ts';
import { companiesOfContact } from './contact-facts.ts';
import { idOf, type Kind } from './kinds.ts';
import { quietFields } from './quiet-fields.ts';
import { segmentsOfCompany, tagsOfCompany, tagsOfContact } from './relations.ts';
import { row, type Signs, type TruthRow } from './truth-row.ts';
import { existing, type Workspace } from './workspace.ts';

/** A child of a parent. */
interface Child extends Signs {
  readonly id: unknown;
  /** The columns about the child beside its id. */
  readonly said: Body;
}

/** How many items of a list a contact shows; it shows only their ids. */
const SHOWN = 10;

type Rows = (workspace: Workspace) => Iterable<TruthRow>;
type Relations = Readonly<Record<string, Rows>>;

export const companyRelations: Relations = {
  company_contacts: relation('companies', 'company', 'contact', contactsOf),
  company_segments: relation('companies', 'company', 'segment', (workspace, company) =>
    segmentsOfCompany(workspace, company).map((segment) => ({ id: segment.id, said: { segment } })),
  ),
  company_tags: relation('companies', 'company', 'tag', (workspace, company) =>
    tagsOfCompany(workspace, company).map(({ id, name }) => ({ id, said: { name } })),
  ),
};

export const contactRelations: Relations = {
  contact_companies: relation('contacts', 'contact', 'company', (workspace, contact) =>
    companiesOfContact(workspace, contact).map(({ id }) => ({
      id,
      said: { company: { type: 'company', id, url: `/companies/${String(id)}` } },
    })),
  ),
  contact_tags: relation('contacts', 'contact', 'tag', tagsOf),
};

export const conversationRelations: Relations = {
  conversation_contacts: relation('conversations', 'conversation', 'contact', (workspace, conversation) =>
    nestedIn(workspace, conversation, 'contacts').map((contact) => ({ id: contact.id, said: { contact } })),
  ),
  conversation_tags: relation('conversations', 'conversation', 'tag', (workspace, conversation) =>
    nestedIn(workspace, conversation, 'tags').map(({ id, name, applied_at = null, applied_by = null }) => ({
      id,
      said: { name, applied_at, applied_by },
      ...quietTag(workspace, 'conversations', conversation, applied_at),
    })),
  ),
};

/** The rows of a relation: the ids of both, when the parent was last changed, and the columns about the child. */
export function relation(
  kind: Kind,
  parent: string,
  child: string,
  childrenOf: (workspace: Workspace, ordinal: number) => readonly Child[],
): Rows {
  return function* (workspace) {
    const { live } = workspace.collections[kind];
    for (const ordinal of existing(workspace, kind)) {
      const { id: parentId, updated_at } = fullBody(workspace, kind, live, ordinal);
      for (const { id, said, ...signs } of childrenOf(workspace, ordinal)) {
        const key = { [`${parent}_id`]: parentId, [`${child}_id`]: String(id) };
        yield row(kind, key, updated_at, { ...key, [`${parent}_updated_at`]: updated_at, ...said }, signs);
      }
    }
  };
}

/** Contacts of a company are whole records, which change while the company does not. */
function contactsOf(workspace: Workspace, company: number): readonly Child[] {
  const { live } = workspace.collections.contacts;
  return workspace.members.companies(company).map((ordinal) => {
    const contact = listedBody(workspace, 'contacts', live, ordinal);
    const quiet = quietFields(workspace, 'contacts', ordinal);
    const child = { field: 'contact', updated_at: contact.updated_at, quiet };
    return { id: idOf('contacts', ordinal), said: { contact }, child };
  });
}

/** Only the whole list of a contact's tags, which is worth asking for where not all are shown, says when each was put on. */
function tagsOf(workspace: Workspace, contact: number): readonly Child[] {
  const tags = tagsOfContact(workspace, contact);
  const quiet = quietFields(workspace, 'contacts', contact).includes('tags') ? ['applied_at'] : [];
  return tags.map(({ id, name, applied_at }) => ({
    id,
    said: { name, applied_at: tags.length > SHOWN ? applied_at : null },
    quiet,
    ...quietTag(workspace, 'contacts', contact, applied_at),
  }));
}

function quietTag({ options, collections }: Workspace, kind: Kind, ordinal: number, appliedAt: unknown): Signs {
  return { unannounced: !options.taggingTouches && Number(appliedAt) > collections[kind].live.updatedAt(ordinal) };
}

function nestedIn(workspace: Workspace, conversation: number, list: 'contacts' | 'tags'): readonly Body[] {
  const { live } = workspace.collections.conversations;
  return nestedItems(listedBody(workspace, 'conversations', live, conversation), list, list);
}
