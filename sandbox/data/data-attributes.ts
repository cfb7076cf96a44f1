/** Attributes of contacts and companies: built-in ones, which have no id and repeat names, and custom ones. */
import { idOf } from './ids.ts';
import { companyNames } from './names.ts';
import type { World } from './world.ts';

type Model = 'contact' | 'company';

/** full_name, data type, label. */
type BuiltIn = readonly [fullName: string, dataType: string, label: string];

const contactBuiltIns: readonly BuiltIn[] = [
  ['name', 'string', 'Name'],
  ['email', 'string', 'E-mail'],
  ['role', 'string', 'Kind of contact'],
  ['signed_up_at', 'date', 'Signed up'],
  ['location_data.city_name', 'string', 'City'],
  ['avatar.image_url', 'string', 'Picture'],
  ['unsubscribed_from_emails', 'boolean', 'Wants no e-mail'],
];

const companyBuiltIns: readonly BuiltIn[] = [
  ['name', 'string', 'Company name'],
  ['plan.name', 'string', 'Plan'],
  ['company_id', 'string', 'Company ID'],
  ['size', 'integer', 'People'],
  ['monthly_spend', 'float', 'Monthly spend'],
  ['last_request_at', 'date', 'Last seen'],
];

export function contactAttributes(world: World) {
  return [
    ...contactBuiltIns.map((attribute) => builtIn('contact', attribute)),
    custom(world, 'contact', 12_870, 'plan_interest', 'string', { options: ['starter', 'team', 'business'] }),
    custom(world, 'contact', 12_871, 'NPS score', 'integer'),
    custom(world, 'contact', 12_872, 'newsletter', 'boolean', { archived: true }),
  ];
}

export function companyAttributes(world: World) {
  return [
    ...companyBuiltIns.map((attribute) => builtIn('company', attribute)),
    custom(world, 'company', 12_880, 'renewal_date', 'date'),
    custom(world, 'company', 12_881, 'account manager', 'string', { options: companyNames }),
    custom(world, 'company', 12_882, 'legacy_tier', 'string', { archived: true }),
  ];
}

function builtIn(model: Model, [fullName, dataType, label]: BuiltIn) {
  return {
    type: 'data_attribute',
    model,
    // The last step of the path: `name` stands for a company's name and for its plan's.
    name: fullName.split('.').at(-1) ?? fullName,
    full_name: fullName,
    label,
    description: '',
    data_type: dataType,
    api_writable: fullName !== 'last_request_at',
    messenger_writable: false,
    ui_writable: fullName === 'name',
    custom: false,
    archived: false,
  };
}

interface Extra {
  readonly options?: readonly string[];
  readonly archived?: boolean;
}

function custom(world: World, model: Model, id: number, name: string, dataType: string, extra: Extra = {}) {
  return {
    type: 'data_attribute',
    id,
    model,
    name,
    full_name: `custom_attributes.${name}`,
    label: name,
    description: `Set by the team: ${name}`,
    data_type: dataType,
    ...(extra.options ? { options: extra.options } : {}),
    api_writable: true,
    messenger_writable: true,
    ui_writable: true,
    custom: true,
    archived: extra.archived ?? false,
    created_at: world.start + id,
    updated_at: world.start + id * 2,
    admin_id: idOf('admin', 0),
  };
}
