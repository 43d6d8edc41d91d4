"""What the format looks like from outside: JSON Schema for editors, a guide for people."""

from coalitionkit.schema.json_schema import SCHEMAS, json_schema, schema_text

__all__ = ["SCHEMAS", "json_schema", "schema_text"]
