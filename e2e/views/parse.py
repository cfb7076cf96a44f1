"""Parses files of views in the dialect of their warehouse, and looks up each name in them: `parse.py TABLES.json FILE…`

TABLES.json has the columns of each table, for each kind of loader. Writes one line of JSON for each view.
"""

import json
import sys
from pathlib import Path

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.qualify import qualify

tables = json.loads(Path(sys.argv[1]).read_text())


def judge(statement: exp.Expression, schema: dict, dialect: str) -> dict:
    if not isinstance(statement, exp.Create):
        raise SqlglotError(f"{statement.sql()[:60]} creates nothing")
    query = qualify(statement.expression, schema=schema, dialect=dialect)
    return {"view": statement.this.name, "columns": [name.lower() for name in query.named_selects]}


for name in sys.argv[2:]:
    path = Path(name)
    dialect = {"postgresql": "postgres"}.get(path.stem, path.stem)
    columns = {
        table: dict.fromkeys(names, "text") for table, names in tables[path.parent.name].items()
    }
    try:
        for statement in sqlglot.parse(path.read_text(), read=dialect):
            if isinstance(statement, exp.Create) and statement.kind == "SCHEMA":
                continue
            print(json.dumps(judge(statement, {"intercom": columns}, dialect)))
    except SqlglotError as error:
        print(json.dumps({"error": str(error)}))
