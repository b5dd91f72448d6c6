"""`tracker schema`: the JSON Schema of a claims file."""

import click

from claim_tracker.cli.options.shared import output_option
from claim_tracker.cli.output import write_text


@click.command()
@output_option
def schema(*, output: str | None) -> None:
    """Print the JSON Schema for editors and validators.

    An editor with the YAML language server completes and checks a claims file whose first
    line is `# yaml-language-server: $schema=claims.schema.json`, with the path or the address
    of the schema.
    """
    from claim_tracker.claims.json_schema import schema_text

    write_text(schema_text(), output)
