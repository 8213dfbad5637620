"""`detente schema`: the JSON Schema of a reading, for those who read the JSON."""

from __future__ import annotations

import json

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of a reading (JSON Schema 2020-12)."""
    from detente.outputs.schema import schema

    click.echo(json.dumps(schema(), indent=1, ensure_ascii=False))
