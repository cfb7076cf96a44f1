/** Makes docs/options.md of spec.json. */

interface Option {
  readonly description: string;
  readonly group: string;
  readonly order: number;
  readonly type: string;
  readonly enum?: readonly string[];
  readonly items?: { readonly enum?: readonly string[] };
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

/** A ConnectorSpecification, as far as it is looked at here. */
interface Spec {
  readonly connectionSpecification: {
    readonly required: readonly string[];
    readonly groups: readonly { readonly id: string; readonly title: string }[];
    readonly properties: Readonly<Record<string, Option>>;
  };
}

/** A page of Markdown: every option, by group and in the order of the form. */
export function optionsReference({ connectionSpecification }: Spec): string {
  const { groups, properties, required } = connectionSpecification;
  const sections = groups.map(({ id, title }) => {
    const fields = Object.entries(properties)
      .filter(([, { group }]) => group === id)
      .toSorted(([, a], [, b]) => a.order - b.order)
      .map(
        ([name, option]) =>
          `| \`${name}\` | ${valuesOf(option)} | ${defaultOf(name, option, required)} | ${option.description} |`,
      );
    return [`## ${title}`, '', '| field | values | default | |', '|---|---|---|---|', ...fields, ''].join('\n');
  });
  return ['# Options\n\nMade from `spec.json` by `npm run docs`: edit there, not here.\n', ...sections].join('\n');
}

function valuesOf({ type, enum: values, items, examples }: Option): string {
  const named = (values ?? items?.enum)?.map((value) => `\`${value}\``).join(', ');
  const example = examples?.[0] === undefined ? '' : `, such as \`${JSON.stringify(examples[0])}\``;
  if (type === 'array') return named ? `a list of ${named}` : `a list${example}`;
  return named ?? `${type}${example}`;
}

function defaultOf(name: string, option: Option, required: readonly string[]): string {
  if (required.includes(name)) return 'required';
  return option.default === undefined ? '' : `\`${option.default}\``;
}
