/** How each warehouse writes the expressions of a view, and which columns each kind of loader adds. */

/** Expressions over SQL text. */
export interface Warehouse {
  readonly name: string;
  /** A name that is a reserved word. */
  readonly reserved: (name: string) => string;
  readonly text: (value: string) => string;
  /** The text of a column of several types, which loaders store as text, as a number or as JSON. */
  readonly scalar: (column: string) => string;
  /** The text at a path in a column of JSON; null where there is none. */
  readonly at: (column: string, path: readonly string[]) => string;
  /** The text of the first element of a list. */
  readonly first: (column: string) => string;
  readonly integer: (value: string) => string;
  /** The time in UTC from epoch seconds. */
  readonly fromSeconds: (seconds: string) => string;
  /** The time in UTC from a text in the form of RFC 3339. */
  readonly fromText: (text: string) => string;
}

const quoted = (name: string) => `"${name}"`;

const postgresql: Warehouse = {
  name: 'postgresql',
  reserved: quoted,
  text: (value) => `cast(${value} as text)`,
  scalar: (column) => `to_jsonb(${column}) #>> '{}'`,
  at: (column, path) => `${column} #>> '{${path.join(',')}}'`,
  first: (column) => `to_jsonb(${column}) ->> 0`,
  integer: (value) => `cast(${value} as bigint)`,
  fromSeconds: (seconds) => `to_timestamp(${seconds}) at time zone 'UTC'`,
  fromText: (text) => `cast(${text} as timestamptz) at time zone 'UTC'`,
};

const duckdb: Warehouse = {
  name: 'duckdb',
  reserved: quoted,
  text: (value) => `cast(${value} as varchar)`,
  scalar: (column) => `to_json(${column}) ->> '$'`,
  at: (column, path) => `${column} ->> '$.${path.join('.')}'`,
  first: (column) => `${column} ->> '$[0]'`,
  integer: (value) => `cast(${value} as bigint)`,
  fromSeconds: (seconds) => `make_timestamp(${seconds} * 1000000)`,
  fromText: (text) => `cast(${text} as timestamptz) at time zone 'UTC'`,
};

const snowflake: Warehouse = {
  name: 'snowflake',
  // Snowflake stores names without quotes in capitals.
  reserved: (name) => quoted(name.toUpperCase()),
  text: (value) => `cast(${value} as varchar)`,
  scalar: (column) => `cast(${column} as varchar)`,
  at: (column, path) => `cast(${column}:${path.join('.')} as varchar)`,
  first: (column) => `cast(${column}[0] as varchar)`,
  integer: (value) => `cast(${value} as integer)`,
  fromSeconds: (seconds) => `to_timestamp_ntz(${seconds})`,
  fromText: (text) => `cast(convert_timezone('UTC', cast(${text} as timestamp_tz)) as timestamp_ntz)`,
};

const bigquery: Warehouse = {
  name: 'bigquery',
  reserved: (name) => `\`${name}\``,
  text: (value) => `cast(${value} as string)`,
  scalar: (column) => `json_value(to_json(${column}))`,
  at: (column, path) => `json_value(${column}, '$.${path.join('.')}')`,
  first: (column) => `json_value(${column}, '$[0]')`,
  integer: (value) => `cast(${value} as int64)`,
  fromSeconds: (seconds) => `timestamp_seconds(${seconds})`,
  fromText: (text) => `cast(${text} as timestamp)`,
};

/** A kind of loader: the columns that it adds, and whether times are epoch seconds. */
export interface Loader {
  readonly name: string;
  /** Who makes such tables. */
  readonly made: string;
  readonly synced: string;
  readonly deleted: string;
  /** Whether every table has the column of deletions, or only those whose schema names it. */
  readonly marksEveryTable: boolean;
  readonly epochSeconds: boolean;
  readonly warehouses: readonly Warehouse[];
}

export const loaders: readonly Loader[] = [
  {
    name: 'airbyte',
    made: 'an Airbyte destination or PyAirbyte',
    synced: '_airbyte_extracted_at',
    deleted: '_ab_cdc_deleted_at',
    marksEveryTable: false,
    epochSeconds: true,
    warehouses: [postgresql, duckdb, snowflake, bigquery],
  },
  {
    name: 'singer',
    made: 'a Singer target',
    synced: '_sdc_extracted_at',
    deleted: '_sdc_deleted_at',
    marksEveryTable: true,
    epochSeconds: false,
    warehouses: [postgresql, snowflake],
  },
];
