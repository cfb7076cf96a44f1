"""Writes the tables of a schema as JSON lines: first each table's columns with their types, then its rows.

`tables.py FILE SCHEMA`
"""

import json
import sys
from datetime import datetime
from decimal import Decimal

import duckdb


def plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"{type(value)} has no form in JSON")


with duckdb.connect(sys.argv[1], read_only=True) as connection:
    _, file, schema = sys.argv
    connection.sql(f'use "{schema}"')
    columns = connection.execute(
        "select table_name, column_name, data_type from duckdb_columns() where not internal and schema_name = ?", [schema]
    )
    tables: dict[str, dict[str, str]] = {}
    for table, column, kind in columns.fetchall():
        tables.setdefault(table, {})[column] = kind
    for table, kinds in tables.items():
        print(json.dumps({"table": table, "columns": kinds}))
        # If two rows have the same key, the later row is current.
        order = ' order by "_airbyte_extracted_at"' if "_airbyte_extracted_at" in kinds else ""
        rows = connection.sql(f'select * from "{table}"{order}')
        while row := rows.fetchone():
            values = zip(kinds.items(), row, strict=True)
            parsed = {
                column: json.loads(value) if kind == "JSON" and value is not None else value
                for (column, kind), value in values
            }
            print(json.dumps({"table": table, "row": parsed}, default=plain))
